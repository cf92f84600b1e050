"""Predicted line counts and boxes against what LibreOffice really sets, for every section and language.

    .venv/bin/python bench/lines.py FOLDER [PDFS]

FOLDER holds decks that `emmbuild build --to pptx --out FOLDER` made; PDFS is where LibreOffice's copies go (or are).
tests/test_deck_office.py asks the same functions, so the numbers in the docs cannot go stale.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from emmbuild import pipeline
from emmbuild.plan.deck import Deck, DeckSlide, Filled, Frame, Layout, Slot, Stage, plan_deck
from emmbuild.plan.deck.fit import lines_of
from emmbuild.writers.pptx.template import template_of

ROOT = Path(__file__).parent.parent
_POINT = 12700
_WORD = re.compile(r'xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<')
_EDGE = 3.0  # points that a word may stand out of its box: side bearings and leading are not ink


@dataclass(frozen=True, slots=True)
class Word:
    """A word on the page, in points from the top left."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str


@dataclass(slots=True)
class Report:
    """What a rendering showed. `lines`: how often a box had that many lines more than predicted."""

    lines: Counter[int] = field(default_factory=Counter)
    outside: list[str] = field(default_factory=list)
    different: list[str] = field(default_factory=list)

    def add(self, other: Report) -> None:
        self.lines += other.lines
        self.outside += other.outside
        self.different += other.different

    @property
    def boxes(self) -> int:
        return self.lines.total()

    @property
    def equal(self) -> float:
        return self.lines[0] / max(1, self.boxes)


def printed(decks: list[Path], folder: Path) -> None:
    """LibreOffice's PDF of each deck, in `folder`."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, decks)]
    subprocess.run(command, check=True, capture_output=True, timeout=600)


def pages(pdf: Path) -> list[list[Word]]:
    shown = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, text=True, check=True).stdout
    return [
        [Word(float(a), float(b), float(c), float(d), text) for a, b, c, d, text in _WORD.findall(page)]
        for page in re.split(r"<page ", shown)[1:]
    ]


def planned(section: str, language: str) -> tuple[Deck, Stage]:
    """The plan that the deck was written from."""
    made = pipeline.formats()["pptx"]
    edition = pipeline.desk(ROOT).edition_maker(section, language).edition(made, "facilitator")
    stage = template_of(edition).stage
    return plan_deck(edition, stage), stage


def compared(deck: Deck, stage: Stage, shown: list[list[Word]]) -> Report:
    """Every slot of every slide against its page."""
    report = Report()
    slides = [slide for slide in deck.slides if not slide.hidden]  # LibreOffice prints no hidden slides
    assert len(shown) == len(slides), f"{len(shown)} pages, {len(slides)} slides"
    for slide, words in zip(slides, shown, strict=True):
        layout = stage.layouts[slide.layout]
        for name, filled in slide.slots.items():
            slot = layout.slots[name]
            family = stage.heading if name == "title" else stage.body
            wanted = _predicted(filled, slot, family)
            got = _shown(words, slot, _sizes(filled, slot))
            report.lines[got - wanted] += 1
            if got != wanted:
                report.different.append(f"{slide.key} {name}: {wanted} predicted, {got} shown")
        frames = [slot.frame for slot in layout.slots.values()]
        report.outside += [f"{slide.key}: {word.text}" for word in words if not any(_holds(f, word) for f in frames)]
        report.outside += _below(slide, layout, words)
    return report


def _sizes(filled: Filled, slot: Slot) -> tuple[float, ...]:
    return filled.sizes or tuple(level.size for level in slot.levels)


def _predicted(filled: Filled, slot: Slot, family: str) -> int:
    return sum(lines_of(para, slot, _sizes(filled, slot), family) for para in filled.paras)


def _shown(words: list[Word], slot: Slot, sizes: tuple[float, ...]) -> int:
    """How many lines stand in the slot: words whose middles are nearly level are one line."""
    middles = sorted((word.y0 + word.y1) / 2 for word in words if _within(slot.frame, word))
    count, last = 0, float("-inf")
    for middle in middles:
        if middle - last > 0.5 * min(sizes):
            count += 1
            last = middle
    return count


def _within(frame: Frame, word: Word) -> bool:
    """Whether the word's middle is in the frame."""
    x, y = (word.x0 + word.x1) / 2 * _POINT, (word.y0 + word.y1) / 2 * _POINT
    return frame.x <= x <= frame.x + frame.w and frame.y <= y <= frame.y + frame.h


def _holds(frame: Frame, word: Word) -> bool:
    """Whether the whole word stands in the frame; up and down only its middle half counts, which is the ink."""
    quarter, edge = (word.y1 - word.y0) / 4, _EDGE
    left, right = frame.x / _POINT - edge, (frame.x + frame.w) / _POINT + edge
    top, bottom = frame.y / _POINT - edge, (frame.y + frame.h) / _POINT + edge
    return left <= word.x0 and word.x1 <= right and top <= word.y0 + quarter and word.y1 - quarter <= bottom


def _below(slide: DeckSlide, layout: Layout, words: list[Word]) -> list[str]:
    """Words of a table that run into what stands under it."""
    if slide.grid is None:
        return []
    frame, foot = layout.slots["area"].frame, layout.slots.get("footer")
    known = {word for para in (slide.slots.get("caption") or Filled(())).paras for word in para.plain.split()}
    cells = " ".join(cell.plain for row in slide.grid.rows for cell in row).split()
    bottom = (frame.y + frame.h) / _POINT + _EDGE
    limit = (foot.frame.y / _POINT) if foot else float("inf")
    return [f"{slide.key}: {w.text}" for w in words if bottom < w.y0 < limit and w.text in cells and w.text not in known]


def main(folder: Path, where: Path) -> int:
    decks = sorted(folder.glob("*/*/emm-*.pptx"))
    absent = [deck for deck in decks if not (where / f"{deck.stem}.pdf").exists()]
    if absent:
        printed(absent, where)
    by_language: dict[str, Report] = {}
    for deck in decks:
        _, section, language = deck.stem.split("-", 2)
        found = compared(*planned(section, language), pages(where / f"{deck.stem}.pdf"))
        by_language.setdefault(language, Report()).add(found)
    print("language  boxes  equal   shown - predicted: boxes       words outside their box")
    for language, report in by_language.items():
        spread = ", ".join(f"{more:+d}: {count}" for more, count in sorted(report.lines.items()) if more)
        print(f"{language:8}  {report.boxes:5}  {report.equal:5.1%}   {spread or '-':30} {len(report.outside)}")
        for line in (*report.different, *report.outside)[: 40 if "-v" in sys.argv else 0]:
            print("    ", line)
    return 1 if any(report.outside for report in by_language.values()) else 0


if __name__ == "__main__":
    given = [Path(word) for word in sys.argv[1:] if word != "-v"]
    with tempfile.TemporaryDirectory() as spare:
        sys.exit(main(given[0], given[1] if len(given) > 1 else Path(spare)))
