"""Cards to cut out: a table with dashed lines, and name tents, whose halves are turned to the fold."""

from __future__ import annotations

from emmbuild.plan.document.model import Cards
from emmbuild.render.word.book import Book
from emmbuild.render.word.paragraphs import paragraph
from emmbuild.render.word.tables import cell, frame, row

CARD_PADDING = 2 * 170
_PER_MILLIMETRE = 1440 / 25.4
# A sheet is folded along its middle: the lines of the left half read downwards, those of the right half upwards.
_TENT = ("tbRl", "btLr")


def cards(piece: Cards, made: list[str], book: Book, width: int) -> str:
    """The table; `made` is the XML of each card."""
    each, height = width // piece.columns, round(piece.height * _PER_MILLIMETRE)
    rows = ""
    for first in range(0, len(made), piece.columns):
        some = made[first : first + piece.columns]
        some += [""] * (piece.columns - len(some))
        cells = (
            cell(each, inner or paragraph("", "", book), centred=True, turn=_TENT[place % 2] if piece.tent else "")
            for place, inner in enumerate(some)
        )
        rows += row("".join(cells), height=height)
    table = frame("EmmCards", "plain", (each,) * piece.columns, rows, book, mirrored=False if piece.tent else None)
    return table + paragraph("Spacer", "", book)
