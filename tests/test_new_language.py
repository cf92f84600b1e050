"""A language is one command: its pack loads, builds in its direction, and says what it lacks."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import ROOT, write_course

from emmbuild import pipeline
from emmbuild.cli.main import cli
from emmbuild.core.subject import Example
from emmbuild.localize import packs, words
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
    assert "formats (dates, times, lists, numbers, sorting)" in done.output
    words_of = {"id": "Mengapa orang pindah", "ur": "لوگ کیوں نقل مکانی کرتے ہیں"}[code]
    assert CliRunner().invoke(cli, ["--course", str(root), "translate", "sync", "--add", code]).exit_code == 0
    pack = root / f"modules/9-sample/9.09-sample/i18n/{code}.po"
    assert "#. room: " in pack.read_text("utf-8")
    pack.write_text(pack.read_text("utf-8").replace('msgid "Why"\nmsgstr ""', f'msgid "Why"\nmsgstr "{words_of}"'), "utf-8")
    subprocess.run(["msgfmt", "-c", "-o", "/dev/null", str(pack)], check=True, capture_output=True)
    checked = CliRunner().invoke(cli, ["--course", str(root), "check", "--lang", code])
    assert checked.exit_code == 0, checked.output
    pipeline.desk.cache_clear()
    desk = pipeline.Desk(root)
    deck = pipeline.formats()["pptx"]
    edition = desk.edition_maker("9.9", code).edition(deck, deck.audiences[0])
    with zipfile.ZipFile(io.BytesIO(deck.write(edition).data)) as book:
        slides = "".join(book.read(name).decode() for name in book.namelist() if name.startswith("ppt/slides/slide"))
        assert words_of in slides
        assert ('rtl="1"' in book.read("ppt/presentation.xml").decode()) is rtl
    for kind, made in pipeline.formats().items():
        built = made.write(desk.edition_maker("9.9", code).edition(made, made.audiences[0]))
        assert built.data, kind


def test_an_unknown_language_asks_for_its_names(tmp_path: Path) -> None:
    root = write_course(tmp_path, Example())
    done = CliRunner().invoke(cli, ["--course", str(root), "new", "language", "xx"])
    assert done.exit_code == 2 and "--name and --english" in done.output


def test_a_variant_for_one_country_says_only_what_differs(tmp_path: Path) -> None:
    root = write_course(tmp_path, Example(body="# Why {#why}\n\nSeasonal workers move.\n"))
    glossary = "seasonal worker:\n  fr: {use: [saisonnier]}\n  fr-CA: {use: [agricole], never: [saisonnier]}\n"
    glossary += "IOM:\n  fr: {use: [OIM]}\n"
    (root / "modules/glossary.yaml").write_text(glossary, "utf-8")
    desk = pipeline.Desk(root)
    assert [(t.source, t.allowed, t.forbidden) for t in desk.terms("fr-CA")] == [
        ("seasonal worker", ("agricole",), ("saisonnier",)),
        ("IOM", ("OIM",), ()),
    ]
    assert [t.allowed for t in desk.terms("fr")] == [("saisonnier",), ("OIM",)]
    folder = root / "modules/9-sample/9.09-sample/i18n"
    folder.mkdir()
    entry = 'msgctxt "9.9/{}"\nmsgid "x"\nmsgstr "{}"\n'
    head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    (folder / "fr.po").write_text(head + entry.format("a", "ici") + "\n" + entry.format("b", "ici"), "utf-8")
    (folder / "fr-CA.po").write_text(head + entry.format("a", "") + "\n" + entry.format("b", "icitte"), "utf-8")
    units = packs.translations(root, ["modules/9-sample/9.09-sample"], "fr-CA")
    assert {name: unit.target for name, unit in units.items()} == {"9.9/a": "ici", "9.9/b": "icitte"}
    variant = replace(pipeline.desk(ROOT).languages["fr"], code="fr-CA")
    assert words.load(languages.FOLDER, variant)("objectives") == "Objectifs d’apprentissage"
