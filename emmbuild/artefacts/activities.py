"""The activities of the workshop as sheets for the one who leads them: purpose, materials, steps, what to look out for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.artefacts.parties import leads, named
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import hours, lead, sheet
from emmbuild.core.text import words_of
from emmbuild.plan.document.blocks import pieces_of
from emmbuild.plan.document.desk import Desk
from emmbuild.plan.document.model import Head, Piece
from emmbuild.workshop.model import Session, Workshop


def make(kit: Kit, code: str) -> Iterator[Output]:
    words = kit.words(code)
    desk = Desk(kit.edition(code, "facilitator"))
    pieces: list[Piece] = []
    for session in _used(kit.workshop):
        for block in kit.loose((session.use,), code, "facilitator"):
            first, *others = pieces_of((block,), desk)
            if isinstance(first, Head):
                first = replace(first, level=1, new_page=bool(pieces))
            desk.level = 0
            when = f"{words('workshop.day', number=session.day)} · {hours(words, session)}"
            who = named(kit, leads(kit, session), code).plain
            pieces += [first, lead(words_of(" · ".join(part for part in (when, who) if part))), *others]
    if pieces:
        path, title = ARTEFACT.path("activities", code), words.text("sheet.activities")
        yield sheet(kit, code, path, title, pieces, audience="facilitator", copies=Copies(1))


def _used(workshop: Workshop) -> tuple[Session, ...]:
    """The first session of each activity."""
    found: dict[str, Session] = {}
    for session in workshop.sessions:
        if session.use.startswith("activity/"):
            found.setdefault(session.use, session)
    return tuple(found.values())


ARTEFACT = Artefact(
    "activities", "Sheets of the activities", "trainers", "facilitator", make, wanted=lambda workshop: bool(_used(workshop))
)
