"""Handouts: the slides of each day, three to a page with lines beside them, without notes and without answers."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts import day_decks
from emmbuild.artefacts.parties import readers
from emmbuild.artefacts.shape import Artefact, Copies, Handout, Kit, Output


def make(kit: Kit, code: str) -> Iterator[Output]:
    copies = Copies(readers(kit, code), duplex=True, binding="staple")
    for day, chapters in day_decks.days(kit, code, "participant"):
        path = ARTEFACT.path("handout", code, f"day-{day.number}")
        yield Handout(path, day_decks.book(kit, code, [chapter for _, chapter in chapters]), copies)


ARTEFACT = Artefact("handouts", "Handouts, three slides to a page", "participants", "participant", make)
