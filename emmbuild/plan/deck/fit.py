"""Makes words fit their slots: as they are, a step smaller, split between blocks, or a message.

Everything is measured; nothing is left to the program that shows the slides.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from emmbuild.plan import measure
from emmbuild.plan.deck.model import NUMBER_MARGIN, POINT, Level, Para, Slot
from emmbuild.plan.deck.prose import sentences

STEPS = (1.0, 0.92, 0.84, 0.75, 0.67, 0.58, 0.5, 0.42, 0.36, 0.3)
_ROOM = 0.995  # of the width, kept for differences between programs
Atom = tuple[Para, ...]


@dataclass(frozen=True, slots=True)
class Fit:
    """How a flow of paragraphs stands on one or more slides; `excess` counts points that have no room."""

    parts: tuple[tuple[Para, ...], ...]
    sizes: tuple[float, ...]
    excess: float = 0.0


def fit(paras: Sequence[Para], slot: Slot, family: str, *, split: bool = True, rows: int = 0) -> Fit:
    """The paragraphs at the largest step at which they fit, split at the smallest if they must be.

    `rows` is the number of lines that one paragraph may take, where that is limited.
    """
    line, room = measure.line_height(family), slot.height
    if len(paras) == 1:  # most titles and captions: one line at the layout's own size
        words, level, place, wide = _measured(paras[0], slot, family)
        sizes = sizes_of(slot)[0]
        size = sizes[place]
        if words.total * size <= wide and not words.breaks and size * line * level.spacing <= room - level.before:
            return Fit((tuple(paras),), sizes)
    measured = [_measured(para, slot, family) for para in paras]
    smallest: tuple[float, ...] = ()
    tall = 0.0
    for smallest in sizes_of(slot):
        tall = sum([_tall(one, smallest, line) for one in measured])
        if tall <= room and (not rows or all(_count(one, smallest) <= rows for one in measured)):
            return Fit((tuple(paras),), smallest)
    if not split:
        return Fit((tuple(paras),), smallest, tall - room)
    return _split(paras, measured, slot, family, smallest)


_Measured = tuple[measure.Pieces, Level, int, float]  # words, level, its place, room in points


def _measured(para: Para, slot: Slot, family: str) -> _Measured:
    place = min(para.level, len(slot.levels) - 1)
    level = slot.levels[place]
    room = slot.width * _ROOM - margin_of(para, level) / POINT
    words = weights(para, level)
    return measure.short(words, family, room / level.size) or measure.pieces(words, family), level, place, room


def _count(one: _Measured, sizes: Sequence[float]) -> int:
    words, _, place, room = one
    return measure.count(words, room / sizes[place])


def _tall(one: _Measured, sizes: Sequence[float], line: float) -> float:
    level, size = one[1], sizes[one[2]]
    return _count(one, sizes) * size * line * level.spacing + before_at(level, size)


@lru_cache(maxsize=1024)
def sizes_of(slot: Slot) -> tuple[tuple[float, ...], ...]:
    """Sizes by level, from the layout's own down to the floor of the slot."""
    floor = floor_of(slot)
    steps = (tuple(max(min(floor, level.size), round(level.size * step)) for level in slot.levels) for step in STEPS)
    return tuple(dict.fromkeys(steps))


def floor_of(slot: Slot) -> float:
    """Titles stay at 24 points, text at 18, small print at 14."""
    if slot.name == "title":
        return 24
    return 18 if slot.levels[0].size >= 18 else 14


def lines_of(para: Para, slot: Slot, sizes: Sequence[float], family: str) -> int:
    return _count(_measured(para, slot, family), sizes)


def before_at(level: Level, size: float) -> float:
    """Space before a paragraph; it shrinks with the size, in tenths of a point."""
    return round(level.before * size / level.size, 1)


def margin_of(para: Para, level: Level) -> int:
    if para.mark in ("number", "letter"):
        return NUMBER_MARGIN
    return level.margin if para.mark == "style" else 0


def weights(para: Para, level: Level) -> tuple[tuple[str, bool], ...]:
    strong = level.bold or para.role in ("label", "stem")
    return tuple([(run.text, run.bold or strong) for run in para.runs])


def atoms(paras: Sequence[Para]) -> list[Atom]:
    """Paragraphs that stay together: a label with what follows, an item with its sub-items."""
    found: list[list[Para]] = []
    for para in paras:
        if found and (para.level > 0 or found[-1][-1].role in ("label", "stem")):
            found[-1].append(para)
        else:
            found.append([para])
    return [tuple(atom) for atom in found]


def _split(paras: Sequence[Para], measured: Sequence[_Measured], slot: Slot, family: str, sizes: tuple[float, ...]) -> Fit:
    """Whole atoms on as few slides as they need, each size tried with what was measured already.

    A paragraph that no slide could hold is divided between sentences before anybody is told that it does not fit.
    """
    line = measure.line_height(family)
    tall = [_tall(one, sizes, line) for one in measured]
    if max(tall) > slot.height:
        high = zip(paras, tall, strict=True)
        paras = [part for para, own in high for part in (sentences(para) if own > slot.height else [para])]
        measured = [_measured(para, slot, family) for para in paras]
        tall = [_tall(one, sizes, line) for one in measured]
    ranges = list(_small_enough(paras, tall, slot.height))
    parts = [
        (ranges[first][0], ranges[last - 1][1])
        for first, last in balanced([sum(tall[a:b]) for a, b in ranges], slot.height)
    ]
    excess = max(sum(tall[a:b]) for a, b in parts) - slot.height
    best = sizes
    for best in sizes_of(slot):
        tall = [_tall(one, best, line) for one in measured]
        if max(sum(tall[a:b]) for a, b in parts) <= slot.height:
            break
    return Fit(tuple(tuple(paras[a:b]) for a, b in parts), best, max(0.0, excess))


def _small_enough(paras: Sequence[Para], tall: Sequence[float], room: float) -> Iterator[tuple[int, int]]:
    """Atoms as ranges; one that no slide could hold is taken apart."""
    end = 0
    for atom in atoms(paras):
        start, end = end, end + len(atom)
        if sum(tall[start:end]) <= room:
            yield start, end
        else:
            yield from ((place, place + 1) for place in range(start, end))


def balanced(tall: Sequence[float], room: float) -> list[tuple[int, int]]:
    """Ranges of neighbours whose heights fit into `room`: as few as possible, as even as possible."""
    count = len(_greedy(tall, room))
    low, high = sum(tall) / count, room
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (low, middle) if len(_greedy(tall, middle)) <= count else (middle, high)
    return _greedy(tall, high)


def _greedy(tall: Sequence[float], room: float) -> list[tuple[int, int]]:
    ranges, start, used = [], 0, 0.0
    for place, part in enumerate(tall):
        if place > start and used + part > room:
            ranges.append((start, place))
            start, used = place, 0.0
        used += part
    return [*ranges, (start, len(tall))]


def continued(parts: Sequence[Sequence[Para]]) -> list[tuple[Para, ...]]:
    """The parts, with numbering that goes on where the part before stopped."""
    if len(parts) == 1:
        return [tuple(parts[0])]
    out, number = [], 0
    for part in parts:
        counted = [para for para in part if para.mark in ("number", "letter") and para.level == 0]
        out.append(tuple(p._replace(start=p.start + number) if p in counted else p for p in part))
        number += len(counted)
    return out
