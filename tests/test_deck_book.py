"""One deck of many sections: order, titles, sections of the sorter, extras of every kind, pages kept between decks."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from paper_samples import LANGUAGES, edition, items, t
from pptx import Presentation

from emmbuild import making
from emmbuild.core.nodes import Bullets, Paragraph, Row, Table
from emmbuild.core.text import Text
from emmbuild.plan.deck.book import Book, Chapter, Extra, Lesson
from emmbuild.writers.pptx import bound as binding
from emmbuild.writers.pptx.bound import bound

ROOMS = Table((t("Group"), t("Room")), (Row((t("1"), t("A"))), Row((t("2"), t("B")))))
WELCOME = (
    Extra("ws/title", t("Labour migration"), (Paragraph(t("Tunis, 13 April")),), "title", kicker=t("Example Mission")),
    Extra("ws/logistics", t("Logistics"), (Bullets(items("Plenary: first floor", "Prayer room: second floor")),)),
    Extra("ws/agenda", t("Agenda"), (Table((t("Time"), t("What")), (Row((t("09:00"), t("Welcome"))),)),)),
)
DIVIDER = Extra(
    "ws/day-1", t("Day one"), (Paragraph(t("09:00")),), "topic", number=t("1"), stops=("2.6", "3.12"), now=1, minutes=90
)


def book(code: str = "en", copies: int = 1) -> Book:
    made = edition("facilitator", code)
    other = replace(made, section=replace(made.section, front=replace(made.section.front, id="3.12", title=t("Second"))))
    rooms = {"2.6.W1": (Extra("ws/rooms", t("Groups and rooms"), (ROOMS,), kicker=t("Break-out")),)}
    days = [
        Chapter(f"Day {day}", (replace(DIVIDER, key=f"ws/day-{day}"), Lesson(made, after=rooms), Lesson(other, False)))
        for day in range(1, copies + 1)
    ]
    return Book(t("Labour migration"), made, (Chapter("Welcome", WELCOME), *days), t("Workshop"), "1.0")


def deck(code: str = "en", copies: int = 1) -> Presentation:  # type: ignore[valid-type]
    return Presentation(io.BytesIO(bound(book(code, copies)).data))


@pytest.mark.parametrize("code", LANGUAGES)
def test_extras_and_sections_stand_in_order_and_no_title_comes_twice(code: str) -> None:
    built = bound(book(code))
    assert built.diagnostics == ()
    shown = Presentation(io.BytesIO(built.data))
    keys = [slide.name.split(" (")[0] for slide in shown.slides]
    assert keys[:5] == ["ws/title", "ws/logistics", "ws/agenda", "ws/day-1", "2.6/title"]
    assert "3.12/title" not in keys and not [key for key in keys if key.endswith("/closing")]
    assert keys[keys.index("2.6.W1") + 1] == "ws/rooms"
    titles = [slide.shapes.title.text_frame.text for slide in shown.slides]
    assert len(set(titles)) == len(titles)
    assert built.facts["slides"] == len(titles)


def test_a_section_that_comes_twice_gets_titles_of_its_own() -> None:
    titles = [slide.shapes.title.text_frame.text for slide in deck(copies=3).slides]
    assert len(set(titles)) == len(titles)


def test_chapters_are_the_sections_of_the_sorter() -> None:
    built = bound(book(copies=2))
    with zipfile.ZipFile(io.BytesIO(built.data)) as made:
        listed = made.read("ppt/presentation.xml").decode()
        core = made.read("docProps/core.xml").decode()
    assert re.findall(r'p14:section name="([^"]+)"', listed) == ["Welcome", "Day 1", "Day 2"]
    every = re.findall(r'<p:sldId id="(\d+)"', listed)
    assert re.findall(r'<p14:sldId id="(\d+)"', listed) == every and len(every) == built.facts["slides"]
    assert "<dc:title>Labour migration</dc:title>" in core and "<dc:subject>Workshop</dc:subject>" in core


def test_a_divider_has_its_strip_and_its_number() -> None:
    slide = next(slide for slide in deck().slides if slide.name == "ws/day-1")
    strip = next(shape for shape in slide.shapes if shape.shape_type is not None and shape.shape_type.name == "GROUP")
    assert [shape.text_frame.text for shape in strip.shapes] == ["2.6", "3.12"]
    assert "2 of 2: Day one" in strip._element.xpath("./p:nvGrpSpPr/p:cNvPr/@descr")
    assert "1" in [shape.text_frame.text for shape in slide.placeholders]
    assert slide.notes_slide.notes_text_frame.text == "Day one · 90 min"


def test_pages_are_kept_and_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    binding.forget()
    whole = book(copies=2)
    first = bound(whole).data
    monkeypatch.setattr(binding, "plan_lesson", lambda *_args, **_more: pytest.fail("planned again"))
    assert bound(whole).data == first
    binding.forget()
    monkeypatch.undo()
    assert bound(whole).data == first


def test_an_extra_that_is_too_long_is_split_and_one_that_cannot_be_is_reported() -> None:
    many = Extra("ws/rules", t("House rules"), (Bullets(items(*["Be on time, and leave telephones aside."] * 24)),))
    slides = [
        s.name for s in Presentation(io.BytesIO(bound(replace(book(), chapters=(Chapter("A", (many,)),))).data)).slides
    ]
    assert slides == ["ws/rules (1/2)", "ws/rules (2/2)"]
    long = Extra("ws/long", t("Long"), (Paragraph(Text("word " * 900, t("word " * 900).inlines)),))
    said = bound(replace(book(), chapters=(Chapter("A", (long,)),))).diagnostics
    assert [problem.code for problem in said] == ["DCK101"]


def test_books_are_bound_undisturbed() -> None:
    assert making.bound(book()).data == bound(book()).data
