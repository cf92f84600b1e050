"""Handouts of the day decks: three slides to a page with lines beside them. What a deck's notes hold is not in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from emmbuild.artefacts import day_decks
from emmbuild.artefacts.parties import readers
from emmbuild.artefacts.shape import Artefact, Copies, File, Kit, Made, Output
from emmbuild.press import three_up


def make(kit: Kit, made: tuple[Made, ...]) -> Iterator[Output]:
    """One for every day deck that there is a PDF of."""
    version = kit.edition(kit.workshop.languages.source).section.front.version
    for name, deck in day_slides(made):
        language = kit.languages[deck.language]
        foot = f"{kit.workshop.id} - {deck.language} - {version}"
        data = three_up(deck.data, rtl=language.rtl, foot=foot, language=language.tag)
        path = ARTEFACT.path(name.replace(day_decks.ARTEFACT.name, "handout", 1), deck.language)
        copies = Copies(readers(kit, deck.language), duplex=True, binding="staple")
        yield File(f"{path}.pdf", data, deck.language, copies=copies)


def day_slides(made: tuple[Made, ...]) -> Iterator[tuple[str, Made]]:
    """The PDF of each day's slides, and its name without the language ("slides-day-1")."""
    for one in made:
        name = PurePosixPath(one.path).stem
        if one.kind == "pdf" and one.source == day_decks.ARTEFACT.name and name.startswith(day_decks.DAY):
            yield name.removesuffix(f"-{one.language}"), one


ARTEFACT = Artefact("handouts", "Handouts, three slides to a page", "participants", "participant", last=make)
