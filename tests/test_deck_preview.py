"""Previews: every slide on one sheet, and handouts that begin on the side where reading begins."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from conftest import write_course
from paper_samples import edition, t
from PIL import Image
from pptx import Presentation
from test_cli import emm

from emmbuild.core.nodes import Heading, Meta, Row, Table
from emmbuild.core.subject import Example
from emmbuild.readers import sheets
from emmbuild.writers.pptx.gallery import gallery

CHART = Table(
    (t("From"), t("Share")), (Row((t("Sea"), t("60%"))), Row((t("Land"), t("40%")))), chart="pie", meta=Meta("9.9.H1")
)


def slide(colour: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (160, 90), colour).save(out, "PNG")
    return out.getvalue()


def test_a_sheet_holds_every_slide_in_rows() -> None:
    sheet = Image.open(io.BytesIO(sheets.contact_sheet([slide("red"), slide("green"), slide("blue")], 2)))
    wide, high = (sheet.width - 24) // 2, (sheet.height - 24) // 2
    assert abs(wide / high - 16 / 9) < 0.02
    assert sheet.getpixel((20, 20)) == (255, 0, 0) and sheet.getpixel((wide + 30, 20)) == (0, 128, 0)
    assert sheet.getpixel((20, high + 30)) == (0, 0, 255)


def test_captions_stand_under_the_slides() -> None:
    bare, named = (Image.open(io.BytesIO(sheets.contact_sheet([slide("red")] * 2, 2, names))) for names in ((), ("a", "b")))
    assert named.height > bare.height and len(named.crop((0, bare.height - 8, 480, named.height)).getcolors() or []) > 1


def test_a_gallery_has_one_slide_of_every_kind() -> None:
    made, other = (
        edition("facilitator"),
        edition("facilitator", "en", (Heading(level=1, text=t("Ways"), meta=Meta("ways")), CHART)),
    )
    built, kinds = gallery([made, other])
    assert kinds[:4] == ("title", "objectives", "guiding", "agenda") and "chart-pie" in kinds
    assert {"topic", "figure", "table", "case", "questions", "worksheet", "question", "question-answer", "matching",
            "matching-answer", "messages", "resources", "closing", "steps", "backup"} <= set(kinds)  # fmt: skip
    assert len(Presentation(io.BytesIO(built.data)).slides) == len(set(kinds)) == len(kinds)
    with pytest.raises(ValueError, match="at least one edition"):
        gallery([])


def test_preview_wants_a_section_or_kinds(tmp_path: Path) -> None:
    for words in ((), ("2.6", "--kinds")):
        done = emm("preview", *words, cwd=write_course(tmp_path / str(len(words)), Example()))
        assert done.returncode == 2 and "--kinds" in done.stderr


@pytest.mark.office
def test_the_command_shows_hidden_slides_too(tmp_path: Path) -> None:
    body = "# Topic {#topic}\n\n:::{slide} Spare {priority=could}\n- Words\n:::\n"
    course = write_course(tmp_path / "course", Example(body=body))
    done = emm("preview", "9.9", "-l", "ar", "--handout", "--out", str(tmp_path / "out"), cwd=course)
    assert done.returncode == 0 and "4 slides" in done.stdout, done.stdout + done.stderr
    assert (tmp_path / "out/emm-9.9-ar.png").read_bytes()[:4] == b"\x89PNG"
    assert (tmp_path / "out/emm-9.9-ar-handout.pdf").read_bytes()[:4] == b"%PDF"
    done = emm("preview", "--kinds", "--out", str(tmp_path / "out"), cwd=course)
    assert done.returncode == 0 and (tmp_path / "out/emm-kinds-en.png").exists(), done.stdout + done.stderr


def test_tables_are_turned_by_hand_in_the_copy_for_libreoffice() -> None:
    from emmbuild import archive
    from emmbuild.press import adapt

    row = b"<a:tr><a:tc><a:t>one</a:t></a:tc><a:tc><a:t>two</a:t></a:tc></a:tr>"
    grid = b'<a:tblGrid><a:gridCol w="1"/><a:gridCol w="2"/></a:tblGrid>'
    slide = b'<a:tbl><a:tblPr rtl="1" firstRow="1"/>' + grid + row + row + b"</a:tbl>"
    deck = adapt.deck(archive.frame([archive.part("ppt/slides/slide1.xml", slide)]), hidden=False)
    with zipfile.ZipFile(io.BytesIO(deck)) as shown:
        made = shown.read("ppt/slides/slide1.xml")
    assert b"rtl" not in made and made.count(b"two</a:t></a:tc><a:tc><a:t>one") == 2
    assert b'<a:gridCol w="2"/><a:gridCol w="1"/>' in made
