"""PDF files: many at once, the same bytes each time, with tags, bookmarks and language; pages and headings are read back."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, write_course
from pypdf import PdfReader

from emmbuild import pipeline, press
from emmbuild.core.subject import Example

pytestmark = pytest.mark.office


@pytest.fixture(scope="module")
def office_files() -> dict[str, bytes]:
    """The workbook and the deck of 2.6 in Arabic and Farsi."""
    desk, files = pipeline.Desk(ROOT), {}
    for code in ("ar", "fa"):
        maker = desk.edition_maker("2.6", code)
        for kind, ending in (("docx", "docx"), ("pptx", "pptx")):
            made = pipeline.formats()[kind]
            files[f"{code}.{ending}"] = made.write(maker.edition(made, made.audiences[0])).data
    return files


@pytest.fixture(scope="module")
def pdfs(office_files: dict[str, bytes]) -> dict[str, bytes]:
    return press.to_pdf(office_files)


def test_every_file_becomes_a_pdf_in_its_place(pdfs: dict[str, bytes], office_files: dict[str, bytes]) -> None:
    assert list(pdfs) == list(office_files)
    assert all(pdf.startswith(b"%PDF-") for pdf in pdfs.values())


def test_a_file_has_the_same_bytes_alone_and_among_others(pdfs: dict[str, bytes], office_files: dict[str, bytes]) -> None:
    for name in ("fa.docx", "ar.pptx"):
        assert press.to_pdf({name: office_files[name]}) == {name: pdfs[name]}


def test_hidden_slides_are_pages_only_where_asked(tmp_path: Path) -> None:
    body = "# Topic {#topic}\n\n:::{slide} Spare {priority=could}\n- Words\n:::\n"
    desk = pipeline.Desk(write_course(tmp_path / "course", Example(body=body)))
    made = pipeline.formats()["pptx"]
    deck = {"deck.pptx": made.write(desk.edition_maker("9.9", "en").edition(made, "facilitator")).data}
    shown, whole = press.to_pdf(deck)["deck.pptx"], press.to_pdf(deck, hidden=True)["deck.pptx"]
    assert press.pages(whole) == press.pages(shown) + 1


def test_headings_are_found_on_the_pages_that_show_them(pdfs: dict[str, bytes]) -> None:
    reader = PdfReader(io.BytesIO(pdfs["fa.docx"]))
    found = press.headings(pdfs["fa.docx"])
    assert len(found) > 15 and press.pages(pdfs["fa.docx"]) == len(reader.pages)
    assert [page for _, page in found] == sorted(page for _, page in found)


def test_pdfs_carry_tags_language_title_and_no_clock(pdfs: dict[str, bytes]) -> None:
    for name, pdf in pdfs.items():
        reader = PdfReader(io.BytesIO(pdf))
        root = reader.trailer["/Root"]
        assert root["/MarkInfo"]["/Marked"] and root["/ViewerPreferences"]["/DisplayDocTitle"], name
        assert root["/Lang"] == {"ar": "ar-SA", "fa": "fa-IR"}[name[:2]], name
        assert reader.metadata is not None and "2.6" in (reader.metadata.title or "")
        created, pages = str(reader.metadata["/CreationDate"]), reader.pages
        assert created == "D:19800101000000Z'" and pdf.startswith(b"%PDF-1.6"), name
        assert all(page["/Tabs"] == "/S" for page in pages), name


def test_every_font_is_embedded(pdfs: dict[str, bytes]) -> None:
    for pdf in pdfs.values():
        fonts = [o.get_object() for page in PdfReader(io.BytesIO(pdf)).pages for o in page["/Resources"]["/Font"].values()]
        assert fonts and all("/FontFile2" in f["/FontDescriptor"] or "/FontFile3" in f["/FontDescriptor"] for f in fonts)


def test_the_half_space_of_farsi_is_in_the_text(pdfs: dict[str, bytes], tmp_path: Path) -> None:
    """As poppler reads it; pypdf drops the half-space of some fonts."""
    (tmp_path / "fa.pdf").write_bytes(pdfs["fa.docx"])
    command = ["pdftotext", str(tmp_path / "fa.pdf"), "-"]
    text = subprocess.run(command, capture_output=True, check=True, timeout=60).stdout.decode("utf-8")
    assert text.count("\u200c") > 200
