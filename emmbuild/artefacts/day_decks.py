"""Slide decks: one for each day from welcome to closing, one for each session that teaches or works in groups."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from emmbuild.artefacts import slides
from emmbuild.artefacts.shape import Artefact, Deck, Kit, Output
from emmbuild.artefacts.sheets import day_title
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Box, Node
from emmbuild.core.text import words_of
from emmbuild.plan.deck.book import Book, Chapter, Extra, Lesson
from emmbuild.workshop.model import PAUSES, Day, Session

Leaf = Extra | Lesson
DAY = "slides-day-"  # how the name of the deck of a whole day begins
WITH_DECK = ("input", "breakout")


def make(kit: Kit, code: str) -> Iterator[Output]:
    sessions: list[tuple[Session, Chapter]] = []
    for day, made in days(kit, code, "facilitator"):
        chapters = [chapter for _, chapter in made]
        yield Deck(ARTEFACT.path("slides", code, f"day-{day.number}"), book(kit, code, chapters), pdf=True, day=True)
        sessions += [(session, chapter) for session, chapter in made if session is not None]
    for session, chapter in sessions:
        if session.kind in WITH_DECK:
            yield Deck(ARTEFACT.path("slides", code, session.id), book(kit, code, [chapter]))


def days(kit: Kit, code: str, audience: str) -> Iterator[tuple[Day, list[tuple[Session | None, Chapter]]]]:
    """Each day with its chapters by session; None is the opening. Participants' slides hold no answers."""
    taught: set[str] = set()
    for day in kit.workshop.days:
        opening = Chapter(day_title(kit, day, code).plain, tuple(_opening(kit, code, day)))
        chapters: list[tuple[Session | None, Chapter]] = [(None, opening)]
        for session in day.sessions:
            if session.kind != "buffer":
                leaves = tuple(_leaves(kit, code, day, session, taught, audience))
                chapters.append((session, Chapter(kit.called(session, code).plain, leaves)))
        yield day, chapters


def book(kit: Kit, code: str, chapters: Iterable[Chapter]) -> Book:
    frame = kit.edition(code, "facilitator")
    return Book(
        frame.section.front.title,
        frame,
        tuple(chapters),
        version=frame.section.front.version,
        mark=words_of(f"· {kit.workshop.id}"),
    )


def _opening(kit: Kit, code: str, day: Day) -> Iterator[Leaf]:
    yield slides.welcome(kit, code, day)
    yield slides.programme(kit, code, day)
    if day == kit.workshop.days[0]:
        yield from slides.purposes(kit, code)
        yield from slides.breakouts(kit, code)
        yield from slides.logistics(kit, code)


def _leaves(kit: Kit, code: str, day: Day, session: Session, taught: set[str], audience: str) -> Iterator[Leaf]:
    """The slides of one session. `taught`: sections that an earlier session has shown."""
    if session.kind in PAUSES:
        yield slides.pause(kit, code, session)
        return
    yield slides.divider(kit, code, day, session)
    if session.kind == "report":
        yield slides.reports(kit, code, session)
        return
    if session.kind == "breakout":
        yield from _breakout(kit, code, session, audience)
    elif session.section in kit.scene.shelf.sections and session.kind == "input" and session.section not in taught:
        taught.add(session.section)
        yield Lesson(_without_breakouts(kit, _edition(kit, session, code, audience)))
    loose = [session.use] if session.use in kit.scene.shelf.loose else []
    found = slides.loose_lesson(kit, code, session, (*loose, *session.blocks), audience)
    if found:
        yield found


def _breakout(kit: Kit, code: str, session: Session, audience: str) -> Iterator[Leaf]:
    """Where each group goes and who comes to it, then the task."""
    yield from slides.logistics(kit, code, session)
    if session.section not in kit.scene.shelf.sections:
        return
    edition = _edition(kit, session, code, audience)
    box = slides.exercise_of(edition, session.exercise)
    if box is not None:
        yield Lesson(slides.part_of(edition, (box,)), opening=False)


def _edition(kit: Kit, session: Session, code: str, audience: str) -> Edition:
    return kit.section(session.section, code, audience, keyed=audience == "facilitator")


def _without_breakouts(kit: Kit, edition: Edition) -> Edition:
    """The section without the worksheets that break-outs have to themselves."""
    given = {one.exercise for one in kit.workshop.sessions if one.kind == "breakout"}

    def stays(block: Node) -> bool:
        return not (isinstance(block, Box) and block.meta.id in given)

    return slides.part_of(edition, filter(stays, edition.section.blocks))


ARTEFACT = Artefact("slides", "Slide decks, one a day and one a session", "trainers", "facilitator", make)
