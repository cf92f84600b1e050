"""A language is one command: its pack loads, builds in its direction, and says what it lacks."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT, write_course

from emmbuild import pipeline
from emmbuild.cli.main import cli
from emmbuild.core.subject import Example
from emmbuild.readers import languages


@pytest.mark.parametrize(("code", "rtl", "english"), [("id", False, "Indonesian"), ("ur", True, "Urdu")])
def test_one_command_starts_a_language(
    code: str, rtl: bool, english: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "languages"
    shutil.copytree(ROOT / "emmbuild/languages/en", folder / "en")
    fresh = languages.load.__wrapped__
    monkeypatch.setattr(languages, "FOLDER", folder)

    def load() -> dict[str, object]:
        return fresh(folder)

    load.cache_clear = lambda: None  # type: ignore[attr-defined]
    monkeypatch.setattr(languages, "load", load)
    root = write_course(tmp_path / "course", Example(body="# Why {#why}\n\nText.\n"))
    done = CliRunner().invoke(cli, ["--course", str(root), "new", "language", code])
    assert done.exit_code == 0, done.output
    assert f"{english} (" in done.output and "words of the tool: " in done.output and "sections: 9.9" in done.output
    pipeline.desk.cache_clear()
    again = CliRunner().invoke(cli, ["--course", str(root), "new", "language", code])
    assert "made " not in again.output and "still lacks" in again.output
    desk = pipeline.Desk(root)
    assert desk.languages[code].rtl is rtl
    for kind, made in pipeline.formats().items():
        built = made.write(desk.edition_maker("9.9", code).edition(made, made.audiences[0]))
        assert built.data, kind


def test_an_unknown_language_asks_for_its_names(tmp_path: Path) -> None:
    root = write_course(tmp_path, Example())
    done = CliRunner().invoke(cli, ["--course", str(root), "new", "language", "xx"])
    assert done.exit_code == 2 and "--name and --english" in done.output
