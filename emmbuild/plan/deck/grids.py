"""Tables on slides: column widths, row heights, and which rows go on which slide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from emmbuild.plan import measure
from emmbuild.plan.deck.fit import balanced
from emmbuild.plan.deck.model import POINT, Frame, Grid, Para

STEPS = ((20.0, 60960), (18.0, 60960), (18.0, 30480))  # points, room above and below words in EMU
INSET_X = 91440
_POWERS = (0.75, 1.0, 0.5)  # how strongly long columns are widened; the lowest table wins
_ROOM = 0.99
_SPACING = 1.0


def fit_grid(grid: Grid, frame: Frame, family: str) -> tuple[list[Grid], float]:
    """The table on as few slides as it needs, and the points by which its tallest row is too tall."""
    for size, inset in STEPS:
        widths, heights = min((_tried(grid, frame, size, family, power) for power in _POWERS), key=lambda t: sum(t[1]))
        heights = [height + 2 * inset for height in heights]
        if sum(heights) <= frame.h:
            break
    room, grid = frame.h - heights[0], replace(grid, widths=widths, size=size, inset=inset)
    parts = [
        replace(grid, rows=grid.rows[a:b], heights=(heights[0], *heights[1 + a : 1 + b]))
        for a, b in balanced(heights[1:] or [0], room)
    ]
    return parts, max(0.0, (max(heights[1:], default=0) - room) / POINT)


def _tried(grid: Grid, frame: Frame, size: float, family: str, power: float) -> tuple[tuple[int, ...], list[int]]:
    """Column widths by one rule, and the heights of the rows that they give."""
    widths = _widths(grid, frame.w, size, family, power)
    rows = (grid.header, *grid.rows)
    return widths, [
        _row_height(row, widths, size, family, bold=n == 0, lead=grid.first_column) for n, row in enumerate(rows)
    ]


def _row_height(row: Sequence[Para], widths: Sequence[int], size: float, family: str, *, bold: bool, lead: bool) -> int:
    counts = [
        measure.lines(_runs(cell, bold or (lead and not place)), size, (wide - 2 * INSET_X) * _ROOM / POINT, family)
        for place, (cell, wide) in enumerate(zip(row, widths, strict=False))
    ]
    line = size * measure.line_height(family) * _SPACING
    return round(max(counts, default=1) * line * POINT)


def _runs(cell: Para, bold: bool) -> list[tuple[str, bool]]:
    return [(run.text, run.bold or bold) for run in cell.runs]


def _widths(grid: Grid, total: int, size: float, family: str, power: float) -> tuple[int, ...]:
    """By the author's weights, else by how much each column says; no column narrower than its longest word."""
    columns = [[row[place] for row in (grid.header, *grid.rows) if place < len(row)] for place in range(len(grid.header))]
    floors = [
        max(measure.widest_word(_runs(cell, True), size, family) for cell in column) * POINT / 0.98 + 2 * INSET_X
        for column in columns
    ]
    wanted = grid.weights or tuple(
        (sum(measure.width(_runs(cell, False), 1, family) ** power for cell in column) / len(column)) for column in columns
    )
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
