"""Page numbers: what contents, index, references and the guide's table of steps say is what the printed pages show."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT, write_course
from test_cli import emm

from emmbuild import pipeline, press, printing
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Heading
from emmbuild.core.subject import Example
from emmbuild.plan.document import plan
from emmbuild.plan.document.model import Grid, Head, Indexed

pytestmark = pytest.mark.office
_MARKS = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]")


def page_texts(pdf: bytes) -> list[str]:
    """The words of each page, in the order of reading."""
    shown = subprocess.run(["pdftotext", "-enc", "UTF-8", "-", "-"], input=pdf, capture_output=True, check=True).stdout
    return [bare(page) for page in shown.decode("utf-8").split("\f")]


def bare(words: str) -> str:
    """Words without spaces, marks of direction and other forms of letters: what line breaks and bidi cannot change."""
    return re.sub(r"\s+", "", _MARKS.sub("", words)).casefold()


@pytest.fixture(scope="module")
def sheets() -> dict[tuple[str, str], printing.Sheet]:
    """Workbook and guide of 2.6 in English, Arabic and Korean, laid out."""
    desk, book, found = pipeline.Desk(ROOT), pipeline.formats()["docx"], {}
    for code in ("en", "ar", "ko"):
        maker = desk.edition_maker("2.6", code)
        wanted = [(maker.edition(book, audience), book) for audience in book.audiences]
        for sheet in printing.printed(wanted, wanted[0]):
            found[code, sheet.edition.audience] = sheet
    return found


def heads(edition: Edition) -> list[Head]:
    return [piece for piece in plan(edition).pieces if isinstance(piece, Head)]


@pytest.mark.parametrize("audience", ["participant", "facilitator"])
@pytest.mark.parametrize("code", ["en", "ar", "ko"])
def test_contents_name_the_page_that_shows_the_heading(
    sheets: dict[tuple[str, str], printing.Sheet], code: str, audience: str
) -> None:
    sheet = sheets[code, audience]
    shown, listed = page_texts(sheet.pdf.data), plan(sheet.edition).outline
    for head in listed:
        page = sheet.edition.places.pages[head.bookmark]
        assert bare(head.text.plain) in shown[page - 1], (head.text.plain, page)
    contents = shown[1]
    numbers = [sheet.edition.places.pages[head.bookmark] for head in listed]
    if code == "en":  # in one line with its number, as a reader sees it
        for head, number in zip(listed, numbers, strict=True):
            kicker = f"{head.kicker.plain}: " if head.kicker else ""
            assert re.search(re.escape(bare(kicker + head.text.plain)) + rf"\.+{number}\D", contents + "x"), head.text.plain


@pytest.mark.parametrize("code", ["en", "ar", "ko"])
def test_the_guide_names_pages_of_the_workbook_that_show_the_part(
    sheets: dict[tuple[str, str], printing.Sheet], code: str
) -> None:
    guide, workbook = sheets[code, "facilitator"], sheets[code, "participant"]
    shown, seen = page_texts(workbook.pdf.data), 0
    titles = {head.bookmark: head for head in heads(workbook.edition)}
    for piece in plan(guide.edition).pieces:
        if isinstance(piece, Head) and piece.bookmark in titles:
            page = guide.edition.places.workbook[piece.bookmark]
            assert bare(titles[piece.bookmark].text.plain) in shown[page - 1]
            seen += 1
    topics = [block for block in guide.edition.section.blocks if isinstance(block, Heading) and block.level == 1]
    tables = [piece for piece in plan(guide.edition).pieces if isinstance(piece, Grid) and piece.role == "steps"]
    for topic, table in zip(topics, tables, strict=True):
        assert bare(topic.text.plain) in shown[int(table.rows[0][4].plain) - 1]
    assert seen > 12


def test_the_printed_table_of_steps_says_slides_and_pages(sheets: dict[tuple[str, str], printing.Sheet]) -> None:
    guide, workbook = sheets["en", "facilitator"], sheets["en", "participant"]
    desk, made = pipeline.Desk(ROOT), pipeline.formats()["pptx"]
    deck = made.write(desk.edition_maker("2.6", "en").edition(made, "facilitator")).data
    slides = page_texts(press.to_pdf({"deck.pptx": deck}, hidden=True)["deck.pptx"])
    pages = page_texts(workbook.pdf.data)
    text = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=guide.pdf.data, capture_output=True, check=True
    ).stdout.decode()
    rows = re.findall(r"Present the topic with slides (\d+)\S*.*?Presentation\s+\1\S*(?:, \S+)*\s+(\d+)\n", text)
    topics = [block for block in guide.edition.section.blocks if isinstance(block, Heading) and block.level == 1]
    assert len(rows) == len(topics) > 5
    for (slide, page), topic in zip(rows, topics, strict=True):
        assert bare(topic.text.plain) in slides[int(slide) - 1]
        assert bare(topic.text.plain) in pages[int(page) - 1]


@pytest.mark.parametrize("code", ["en", "ko"])
def test_the_index_names_pages_that_show_the_term(sheets: dict[tuple[str, str], printing.Sheet], code: str) -> None:
    sheet = sheets[code, "participant"]
    shown, entries = page_texts(sheet.pdf.data), [p for p in plan(sheet.edition).pieces if isinstance(p, Indexed)]
    assert len(entries) > 5
    for entry in entries:
        for mark in entry.marks:  # a paragraph may run over to the next page
            page = sheet.edition.places.pages[mark]
            assert bare(entry.term.plain) in shown[page - 1] + shown[page]


def test_references_name_the_page_of_what_they_mean(sheets: dict[tuple[str, str], printing.Sheet]) -> None:
    guide = sheets["en", "facilitator"]
    shown, found = page_texts(guide.pdf.data), 0
    for page in shown:
        for short, number in re.findall(r"guidingquestion(g\d)\(page(\d+)\)", page):
            assert short in shown[int(number) - 1] and "guidingquestions" in shown[int(number) - 1]
            found += 1
    assert found


def test_text_begins_on_a_right_hand_page(sheets: dict[tuple[str, str], printing.Sheet]) -> None:
    for sheet in sheets.values():
        first = heads(sheet.edition)[0]
        assert sheet.edition.places.pages[first.bookmark] % 2 == 1


def test_the_word_file_of_a_build_holds_the_numbers_of_its_pdf(tmp_path: Path) -> None:
    body = "# Topic {#topic minutes=5}\n\nWords.\n\n:::{facilitator} {minutes=2}\nDO wait.\n:::\n"
    course = write_course(tmp_path / "course", Example(body=body))
    done = emm("build", "9.9", "--to", "docx,pdf", "--out", str(tmp_path / "one"), cwd=course)
    assert done.returncode == 0, done.stdout + done.stderr
    made = sorted(path.name for path in (tmp_path / "one/9.9/en").iterdir())
    names = [f"emm-9.9-en-{who}" for who in ("facilitator", "participant")]
    assert made == sorted([*(f"{n}.docx" for n in names), *(f"{n}.pdf" for n in names), "emm-9.9-en-handout.pdf"])
    again = emm("build", "9.9", "--to", "docx,pdf", "--out", str(tmp_path / "two"), cwd=course)
    assert again.returncode == 0
    for name in made:
        assert (tmp_path / "one/9.9/en" / name).read_bytes() == (tmp_path / "two/9.9/en" / name).read_bytes(), name
    alone = emm("build", "9.9", "--to", "pdf", "--out", str(tmp_path / "three"), cwd=course)
    assert alone.returncode == 0
    for path in (tmp_path / "three/9.9/en").iterdir():
        assert path.suffix == ".pdf" and path.read_bytes() == (tmp_path / "one/9.9/en" / path.name).read_bytes()


def test_without_an_engine_a_build_says_so_and_writes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    course = write_course(tmp_path / "course", Example())
    monkeypatch.setenv("PATH", str(tmp_path))
    done = emm("build", "9.9", "--to", "docx,pdf", cwd=course)
    assert done.returncode == 1 and "PDF101" in done.stderr + done.stdout
    assert not list((course / "build").rglob("*.docx"))
    assert emm("build", "9.9", "--to", "docx", cwd=course).returncode == 0
