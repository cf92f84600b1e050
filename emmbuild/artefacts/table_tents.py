"""Name tents for the tables: a sheet each, folded in the middle, the name on both sides in two scripts."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.name_cards import local, work_of
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import sheet
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.plan.document.model import Cards, Para, Piece

HEIGHT = 158


def make(kit: Kit, _: str) -> Iterator[Output]:
    code = kit.workshop.languages.source
    tents = [_side(words_of(one.shown), EMPTY, EMPTY) for one in kit.workshop.present]
    tents += [_side(words_of(person.name), local(kit, person), work_of(person)) for person in kit.scene.people]
    title = kit.words(code).text("sheet.table-tents")
    pieces = tuple(Cards((side, side), 2, HEIGHT, tent=True) for side in tents)
    copies = Copies(1, colour=True, duplex=False)
    if pieces:
        path = ARTEFACT.path("table-tents")
        yield sheet(kit, code, path, title, pieces, audience="private", copies=copies, landscape=True)


def _side(name: Text, second: Text, work: Text) -> tuple[Piece, ...]:
    found: list[Piece] = [Para(name, "tent-name")]
    found += [Para(second, "tent-name")] if second else []
    found += [Para(work, "sign-note")] if work else []
    return tuple(found)


ARTEFACT = Artefact("table-tents", "Name tents for the tables", "private", "private", make, languages="once")
