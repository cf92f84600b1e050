"""A card sort of the common understandings of the Agenda: headings to lay out, and a card for each understanding."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import head, lead, sheet
from emmbuild.core.nodes import Box, Paragraph
from emmbuild.core.text import EMPTY
from emmbuild.plan.document.model import Cards, Entry, Listing, Para, Piece

UNDERSTANDINGS = tuple(f"iamm/cu/{number}" for number in range(1, 21))
_HEADINGS = ("in-place", "in-part", "planned", "not-relevant")
_STEPS = ("sort-1", "sort-2", "sort-3")


def make(kit: Kit, code: str) -> Iterator[Output]:
    words = kit.words(code)
    cards = tuple(_cards(kit, code))
    if not cards:
        return
    title = words.text("sheet.card-sort")
    headings = tuple((Para(words.text(f"sheet.{key}"), "card-name"),) for key in _HEADINGS)
    pieces: list[Piece] = [head(title, bookmark="top"), lead(words.text("sheet.card-sort-lead"))]
    pieces += [Listing(tuple(Entry(words.text(f"sheet.{key}")) for key in _STEPS), ordered=True)]
    pieces += [Cards(headings, 2, 38), head(words.text("sheet.cards"), 1, "cards", new_page=True), Cards(cards, 2, 52)]
    sets = max(1, len(kit.workshop.groups.groups))
    copies = Copies(sets, colour=False, duplex=False, binding="cut")
    yield sheet(kit, code, ARTEFACT.path("card-sort", code), title, pieces, copies=copies)


def _cards(kit: Kit, code: str) -> Iterator[tuple[Piece, ...]]:
    words = kit.words(code)
    for name in UNDERSTANDINGS:
        for block in kit.loose((name,), code):
            if isinstance(block, Box):
                first = next((child for child in block.children if isinstance(child, Paragraph)), None)
                label = words.text("sheet.understanding", number=int(name.rsplit("/", 1)[1]))
                yield Para(label, "source"), Para(block.title, "card-title"), Para(first.text if first else EMPTY, "source")


ARTEFACT = Artefact(
    "card-sort",
    "Card sort of the common understandings",
    "participants",
    "participant",
    make,
    wanted=lambda workshop: (
        any(name.startswith("iamm/cu/") for name in workshop.content.blocks)
        or any(name.startswith("iamm/cu/") for session in workshop.sessions for name in session.blocks)
    ),
)
