"""Slides for participants, without notes and answers, and handouts of them: three slides to a page, lines beside them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath

from emmbuild.artefacts import day_decks
from emmbuild.artefacts.parties import readers
from emmbuild.artefacts.shape import Artefact, Copies, Deck, File, Kit, Made, Output
from emmbuild.core.withholding import withheld
from emmbuild.plan.deck.book import Book, Chapter, Extra, Lesson
from emmbuild.press import three_up

SLIDES, HANDOUT = "slides", "handout"


def make(kit: Kit, code: str) -> Iterator[Output]:
    """The deck of each day as participants may have it. The facilitators' deck shows answers after the questions."""
    for deck in day_decks.make(kit, code):
        if isinstance(deck, Deck) and "-day-" in deck.path:
            name = PurePosixPath(deck.path).name.removesuffix(f"-{code}")
            yield Deck(ARTEFACT.path(name, code), _for_participants(deck.book), pdf=True)


def _for_participants(book: Book) -> Book:
    chapters = (Chapter(one.name, tuple(_leaf(leaf) for leaf in one.leaves)) for one in book.chapters)
    return replace(book, chapters=tuple(chapters))


def _leaf(leaf: Extra | Lesson) -> Extra | Lesson:
    if isinstance(leaf, Extra):
        return replace(leaf, notes=())
    section = leaf.edition.section
    edition = replace(leaf.edition, section=replace(section, blocks=withheld(section.blocks)), audience="participant")
    after = {key: tuple(replace(extra, notes=()) for extra in extras) for key, extras in leaf.after.items()}
    return replace(leaf, edition=edition, after=after)


def handouts(kit: Kit, made: tuple[Made, ...]) -> Iterator[Output]:
    """One for every deck of participants that there is a PDF of."""
    version = kit.edition(kit.workshop.languages.source).section.front.version
    for name, deck in participants_slides(made):
        language = kit.languages[deck.language]
        foot = f"{kit.workshop.id} - {deck.language} - {version}"
        data = three_up(deck.data, rtl=language.rtl, foot=foot, language=language.tag)
        path = ARTEFACT.path(name.replace(SLIDES, HANDOUT, 1), deck.language)
        copies = Copies(readers(kit, deck.language), duplex=True, binding="staple")
        yield File(f"{path}.pdf", data, deck.language, copies=copies)


def participants_slides(made: tuple[Made, ...]) -> Iterator[tuple[str, Made]]:
    """The PDF of each day's slides, and its name without the language ("slides-day-1")."""
    for one in made:
        name = PurePosixPath(one.path).stem
        if one.kind == "pdf" and one.source == ARTEFACT.name and name.startswith(SLIDES):
            yield name.removesuffix(f"-{one.language}"), one


ARTEFACT = Artefact(
    "handouts",
    "Slides for participants and handouts, three slides to a page",
    "participants",
    "participant",
    make,
    handouts,
)
