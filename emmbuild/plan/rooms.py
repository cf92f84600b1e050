"""How much room a text has on a slide, in one language: said to translators before they write, judged when they have.

Pure: slots of the template and width tables, no file. The planner of decks makes words fit (`plan/deck/fit.py`); here
stands what a room of people still reads at a glance, and what no size of the layout could hold.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from emmbuild.core.translation import Space
from emmbuild.plan import measure
from emmbuild.plan.deck.fit import floor_of
from emmbuild.plan.deck.model import Slot, Stage

_GLANCE = 2  # lines
_MARGIN = 0.95  # of a line: words do not end where lines do


@dataclass(frozen=True, slots=True)
class Room:
    """`good` lines at the layout's size, `most` at its smallest (0 where the text may go on to a next slide).
    `width` in points, `letter` the width of an average letter of the language in ems."""

    good: int
    most: int
    width: float
    size: float
    floor: float
    family: str
    bold: bool
    letter: float

    @property
    def letters(self) -> int:
        """About how many letters `good` lines hold."""
        return int(self.good * self.width * _MARGIN / (self.letter * self.size))

    def space(self, words: str) -> Space:
        """What the words, without their marks, take of it."""
        runs = [(words, self.bold)]
        lines, least = (measure.lines(runs, size, self.width, self.family) for size in (self.size, self.floor))
        return Space(lines, self.good, least, self.most)


# Where a text stands → the layout and the slot that hold it, and whether it must end there.
_TITLES = {"Slide.title": ("content", "title"), "Heading": ("topic", "title"), "FrontMatter.title": ("title", "title")}
_TEXTS = {
    "Slide bullets": ("content", "body"),
    "Slide two-columns": ("two-columns", "body"),
    "Slide big-number": ("big-number", "body"),
    "Slide statement": ("statement", "body"),
}


def rooms(stage: Stage, sample: str) -> dict[str, Room]:
    """The rooms of a stage by place ("Slide.title"). `sample`: some running words of the language."""
    found = {}
    for places, family, ends in ((_TITLES, stage.heading, True), (_TEXTS, stage.body, False)):
        for place, (role, name) in places.items():
            layout = stage.layouts.get(role) or stage.layouts.get("content")
            if layout and name in layout.slots:
                found[place] = _room(layout.slots[name], family, sample, ends)
    return found


def _room(slot: Slot, family: str, sample: str, ends: bool) -> Room:
    level, floor = slot.levels[0], floor_of(slot)
    line = measure.line_height(family) * level.spacing
    letter = measure.width([(sample, level.bold)], 1, family) / max(len(sample), 1)
    good = max(1, min(_GLANCE, int(slot.height / (level.size * line))))
    most = max(good, int(slot.height / (min(floor, level.size) * line))) if ends else 0
    return Room(good, most, slot.width, level.size, min(floor, level.size), family, level.bold, letter or 0.5)


def room_of(place: str, found: Mapping[str, Room]) -> Room | None:
    """The room of a text that stands at `place`; None where it stands on no slide or has all it needs. The titles of
    boxes (case studies, worksheets) become titles of slides."""
    where = place.split(" › ")[0]
    if where.endswith(".title") and not place.startswith("Collection"):
        return found.get(where) or found.get("Slide.title")
    return found.get(where)
