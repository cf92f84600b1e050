"""The order of the practice teaching with names."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts import teachback, turns
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import head, lead, sheet, where_and_when
from emmbuild.plan.document.model import Piece


def make(kit: Kit, code: str) -> Iterator[Output]:
    names = {person.code: person.name for person in kit.scene.people}
    if names:
        title = kit.words(code).text("sheet.order")
        pieces: tuple[Piece, ...] = (
            head(title, bookmark="top"),
            lead(where_and_when(kit, code)),
            teachback.order(kit, code, names),
        )
        path = ARTEFACT.path("teachback-order", code)
        yield sheet(kit, code, path, title, pieces, audience="private", copies=Copies(2, duplex=False))


ARTEFACT = Artefact(
    "teachback-order", "Order of the practice teaching, with names", "private", "private", make, wanted=turns.wanted
)
