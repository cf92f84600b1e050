"""The print order: every file that is printed, how many copies of how many pages, with exact totals and labels for boxes.

Copies are those that the artefact asks for and, for what participants keep, the spare that the recipe wants.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from emmbuild.artefacts.parties import in_scripts
from emmbuild.artefacts.shape import Artefact, File, Kit, Made, Output
from emmbuild.artefacts.sheets import grid, head, lead, sheet
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.model import Piece
from emmbuild.render.xlsx import Tab, Value, workbook

COLUMNS = ("box", "file", "language", "pages", "copies", "pages-total", "sheets", "sides", "paper", "colour", "binding")
_BOXES = {"participants": "for-participants", "trainers": "for-trainers", "interpreters": "for-interpreters"}
_SMALL = 2  # copies from which a spare makes sense


@dataclass(frozen=True, slots=True)
class Line:
    """One file of the order. `sheets` are sheets of paper for all copies."""

    made: Made
    copies: int

    @property
    def pages(self) -> int:
        return self.made.pages * self.copies

    @property
    def sheets(self) -> int:
        each = ceil(self.made.pages / 2) if self.made.copies.duplex else self.made.pages
        return each * self.copies


def lines(kit: Kit, made: Sequence[Made]) -> tuple[Line, ...]:
    """What is printed, in the order of the boxes it goes into."""
    spare = kit.workshop.deliver.print.spare_percent
    found = []
    for one in made:
        if one.kind == "pdf" and one.copies.count:
            more = one.audience == "participant" and one.copies.count > _SMALL
            copies = ceil(one.copies.count * (100 + spare) / 100) if more else one.copies.count
            found.append(Line(one, copies))
    return tuple(sorted(found, key=lambda line: line.made.path))


def last(kit: Kit, made: tuple[Made, ...]) -> Iterator[Output]:
    ordered = lines(kit, made)
    if not ordered:
        return
    code = kit.workshop.languages.source
    words = kit.words(code)
    rows = [_row(kit, line, code) for line in ordered]
    pages, sheets = sum(line.pages for line in ordered), sum(line.sheets for line in ordered)
    total: list[Value] = [words("print.total"), "", "", None, sum(line.copies for line in ordered), pages, sheets]
    total += [""] * (len(COLUMNS) - len(total))
    header = [words(f"print.{name}") for name in COLUMNS]
    tab = Tab(words("print.title"), header, [*rows, total], rtl=kit.languages[code].rtl, totals=1)
    yield File("print/print-order.xlsx", workbook((tab,), words("print.title")), code)
    pieces: list[Piece] = [
        head(words.text("print.title"), bookmark="top"),
        lead(words.text("print.lead", pages=words.decimal(pages), sheets=words.decimal(sheets), files=len(ordered))),
    ]
    shown = ("box", "file", "pages", "copies", "pages-total", "sheets", "sides", "binding")
    places = [COLUMNS.index(name) for name in shown]
    cells = [[_cell(kit, row[place], code) for place in places] for row in (*rows, total)]
    pieces.append(grid([words.text(f"print.{name}") for name in shown], cells, (2.2, 4.6, 0.9, 0.9, 1.1, 1.1, 1.2, 1.2)))
    yield sheet(kit, code, "print/print-order", words.text("print.title"), pieces, audience="admin", landscape=True)


def _row(kit: Kit, line: Line, code: str) -> list[Value]:
    words, made = kit.words(code), line.made
    folder = made.path.split("/")[0]
    box = in_scripts(kit, f"print.{_BOXES.get(folder, 'for-office')}").plain
    language = words(f"language.{made.language}") if f"language.{made.language}" in words.entries else made.language
    sides = words("print.both-sides" if made.copies.duplex else "print.one-side")
    colour = words("print.in-colour" if made.copies.colour else "print.black")
    binding = words(f"print.{made.copies.binding}") if made.copies.binding else ""
    size = made.copies.paper
    return [box, made.path, language, made.pages, line.copies, line.pages, line.sheets, sides, size, colour, binding]


def _cell(kit: Kit, value: Value, code: str) -> Text:
    if value is None:
        return words_of("")
    return words_of(kit.words(code).decimal(value) if isinstance(value, int) else str(value))


ARTEFACT = Artefact("print-order", "Print order with totals", "print", "admin", last=last, languages="source")
