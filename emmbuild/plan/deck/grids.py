"""Tables on slides: column widths, row heights, and which rows go on which slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from emmbuild.plan import measure
from emmbuild.plan.deck.fit import balanced
from emmbuild.plan.deck.model import POINT, Frame, Grid, Para

STEPS = ((20.0, 60960), (18.0, 60960), (18.0, 30480))  # points, room above and below words in EMU
INSET_X = 91440
_POWERS = (0.75, 1.0, 0.5)  # how strongly long columns are widened; the lowest table wins
_ROOM = 0.99
_SPACING = 1.0


@dataclass(frozen=True, slots=True)
class _Words:
    """The measured words of a table by row, and by column the longest word and the lengths of the cells."""

    rows: tuple[tuple[measure.Pieces, ...], ...]
    floors: tuple[float, ...]
    lengths: tuple[tuple[float, ...], ...]


def fit_grid(grid: Grid, frame: Frame, family: str) -> tuple[list[Grid], float]:
    """The table on as few slides as it needs, and the points by which its tallest row is too tall."""
    words = _words(grid, family)
    for size, inset in STEPS:
        tries = (_widths(grid, words, frame.w, size, power) for power in _POWERS[: 1 if grid.weights else None])
        widths, heights = min(((tried, _heights(words, tried, size, family)) for tried in tries), key=lambda t: sum(t[1]))
        heights = [height + 2 * inset for height in heights]
        if sum(heights) <= frame.h:
            break
    room, grid = frame.h - heights[0], replace(grid, widths=widths, size=size, inset=inset)
    parts = [
        replace(grid, rows=grid.rows[a:b], heights=(heights[0], *heights[1 + a : 1 + b]))
        for a, b in balanced(heights[1:] or [0], room)
    ]
    return parts, max(0.0, (max(heights[1:], default=0) - room) / POINT)


def _words(grid: Grid, family: str) -> _Words:
    rows = tuple(
        tuple([_pieces(cell, not number or (grid.first_column and not place), family) for place, cell in enumerate(row)])
        for number, row in enumerate((grid.header, *grid.rows))
    )
    columns = [[row[place] for row in rows if place < len(row)] for place in range(len(grid.header))]
    return _Words(
        rows,
        tuple(max([cell.widest for cell in column]) for column in columns),
        tuple(tuple([cell.total for cell in column]) for column in columns),
    )


def _pieces(cell: Para, bold: bool, family: str) -> measure.Pieces:
    return measure.pieces(tuple([(run.text, run.bold or bold) for run in cell.runs]), family)


def _heights(words: _Words, widths: Sequence[int], size: float, family: str) -> list[int]:
    """Row heights in EMU without the room above and below."""
    rooms = [(wide - 2 * INSET_X) * _ROOM / POINT / size for wide in widths]
    line = size * measure.line_height(family) * _SPACING
    return [
        round(max([measure.count(cell, room) for cell, room in zip(row, rooms, strict=False)], default=1) * line * POINT)
        for row in words.rows
    ]


def _widths(grid: Grid, words: _Words, total: int, size: float, power: float) -> tuple[int, ...]:
    """By the author's weights, else by how much each column says; no column narrower than its longest word."""
    floors = [widest * size * POINT / 0.98 + 2 * INSET_X for widest in words.floors]
    wanted = grid.weights or tuple(sum(length**power for length in column) / len(column) for column in words.lengths)
    if sum(floors) >= total:
        return _whole([floor * total / sum(floors) for floor in floors], total)
    return _whole(_shared(wanted, floors, total), total)


def _shared(wanted: Sequence[float], floors: Sequence[float], total: float) -> list[float]:
    """`total` shared by `wanted`; who would get less than the floor gets the floor."""
    fixed: dict[int, float] = {}
    while True:
        free = [place for place in range(len(wanted)) if place not in fixed]
        rest = total - sum(fixed.values())
        share = rest / (sum(wanted[place] for place in free) or 1)
        low = [place for place in free if wanted[place] * share < floors[place]]
        if not low or len(low) == len(free):
            return [fixed.get(place, wanted[place] * share) for place in range(len(wanted))]
        fixed.update((place, floors[place]) for place in low)


def _whole(widths: Sequence[float], total: int) -> tuple[int, ...]:
    whole = [round(width) for width in widths]
    return (*whole[:-1], total - sum(whole[:-1]))
