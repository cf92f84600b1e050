"""Decks as LibreOffice sets them: no word out of its box, and as many lines as we counted beforehand."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Built

from bench import lines
from emmbuild.plan.deck import Frame, Slot

pytestmark = pytest.mark.office

LEAST = {"ko": 0.90}  # LibreOffice sets gaps in Korean text that no file can forbid
ELSEWHERE = 0.97


@pytest.fixture(scope="session")
def reports(out: Path, listed: Built, deck_pdfs: Path) -> dict[str, lines.Report]:
    """Language → what the rendering of all its decks showed."""
    found: dict[str, lines.Report] = {}
    for path, entry in listed.items():
        if entry["kind"] == "pptx":
            section, language = str(entry["target"]), str(entry["language"])
            shown = lines.pages(deck_pdfs / f"{Path(path).stem}.pdf")
            one = lines.compared(*lines.planned(section, language), shown)
            found.setdefault(language, lines.Report()).add(one)
    return found


@pytest.mark.parametrize("code", ["en", "fr", "es", "bs", "ar", "fa", "ko"])
def test_no_word_leaves_its_box_and_lines_are_as_predicted(code: str, reports: dict[str, lines.Report]) -> None:
    report = reports[code]
    assert report.outside == []
    assert report.boxes > 150
    assert report.equal >= LEAST.get(code, ELSEWHERE), report.different


def test_the_comparison_can_fail(out: Path, deck_pdfs: Path) -> None:
    """A word moved below its box, and a line too many, are both seen."""
    deck, stage = lines.planned("2.6", "en")
    shown = lines.pages(deck_pdfs / "emm-2.6-en.pdf")
    slide = next(n for n, one in enumerate(deck.slides) if one.layout == "content")
    last = shown[slide][-1]
    below = lines.Word(60, 533, 120, 540, "LOST")
    assert lines.compared(deck, stage, [*shown[:slide], [*shown[slide], below], *shown[slide + 1 :]]).outside
    body = stage.layouts["content"].slots["body"].frame
    y = (body.y + body.h) / 12700 - 15
    extra = lines.Word(last.x0, y, last.x0 + 5, y + 12, "more")
    other = lines.compared(deck, stage, [*shown[:slide], [*shown[slide], extra], *shown[slide + 1 :]])
    assert other.equal < lines.compared(deck, stage, shown).equal


def test_lines_are_counted_by_their_middles() -> None:
    slot = Slot("body", "", 1, Frame(0, 0, 1270000, 1270000), ())
    words = [lines.Word(0, 0, 10, 20, "a"), lines.Word(12, 2, 20, 22, "b"), lines.Word(0, 24, 10, 44, "c")]
    assert lines._shown(words, slot, (20,)) == 2
