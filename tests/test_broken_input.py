"""Whatever is broken, the same holds: a clear message, exit 1, and what was built before stays as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import write_course

from emmbuild import checking, pipeline
from emmbuild.cli.main import cli
from emmbuild.core.diagnostics import ContentError, Severity
from emmbuild.core.subject import Check, Example

NOT_OF_SECTIONS = ("COL", "PDF", "THM", "TRN", "TRX", "VER")  # of other files than sections
BROKEN = [
    check
    for check in checking.catalogue().values()
    if check.severity is Severity.ERROR and check.code[:3] not in NOT_OF_SECTIONS and not (check.judge or check.compare)
]


def build(root: Path, *words: str) -> Result:
    pipeline.desk.cache_clear()
    return CliRunner().invoke(cli, ["--course", str(root), "build", "9.9", "--to", "docx,scorm12", "--jobs", "1", *words])


def outputs(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in (root / "build").rglob("*") if path.is_file()}


@pytest.mark.parametrize("check", BROKEN, ids=lambda check: check.code)
def test_every_error_is_told_and_leaves_earlier_outputs(check: Check, tmp_path: Path) -> None:
    root = write_course(tmp_path, Example())
    assert build(root).exit_code == 0
    before = outputs(root)
    assert len(before) == 4
    for folder in ("modules", "exercises"):
        shutil.rmtree(root / folder, ignore_errors=True)
    write_course(root, check.bad)
    done = build(root, "--lang", "fr" if check.code == "POF101" else "en", "--to", "pptx")
    told = {"PKG103": "QST101"}.get(check.code, check.code)  # the check comes before the package
    assert told in done.output or isinstance(done.exception, ContentError)
    assert done.exit_code == 1
    assert "Traceback" not in done.output
    if check.code.startswith(("DCK", "PKG", "CIT103", "CIT104", "LNK101", "POF")):
        return  # the section itself is sound, or another part of the course is at fault: the rest is built
    assert outputs(root) == before


def test_a_theme_may_be_colours_only(tmp_path: Path) -> None:
    root = write_course(tmp_path, Example())
    theme = (Path(__file__).parent.parent / "themes/default/theme.yaml").read_text("utf-8")
    (root / "themes/ministry").mkdir(parents=True)
    (root / "themes/ministry/theme.yaml").write_text(theme.replace("#0B3C5D", "#14532D"), "utf-8")
    done = build(root, "--theme", "ministry", "--to", "pptx")
    assert done.exit_code == 0, done.output
    import zipfile

    with zipfile.ZipFile(root / "build/9.9/en/emm-9.9-en.pptx") as deck:
        colours = deck.read("ppt/theme/theme1.xml")
    assert b"14532D" in colours and b"0B3C5D" not in colours


def test_an_unknown_theme_is_told(tmp_path: Path) -> None:
    done = build(write_course(tmp_path, Example()), "--theme", "nowhere")
    assert isinstance(done.exception, ContentError) and "no theme 'nowhere'" in str(done.exception)
