"""Slide decks: one for each day from welcome to closing, one for each session that teaches or works in groups."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts import slides
from emmbuild.artefacts.shape import Artefact, Deck, Kit, Output
from emmbuild.artefacts.sheets import day_title
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Box, Node
from emmbuild.core.text import words_of
from emmbuild.plan.deck.book import Book, Chapter, Extra, Lesson
from emmbuild.workshop.model import PAUSES, Day, Session

Leaf = Extra | Lesson
WITH_DECK = ("input", "breakout")


def make(kit: Kit, code: str) -> Iterator[Output]:
    taught: set[str] = set()
    sessions: list[tuple[Session, Chapter]] = []
    for day in kit.workshop.days:
        chapters = [Chapter(day_title(kit, day, code).plain, tuple(_opening(kit, code, day)))]
        for session in day.sessions:
            if session.kind == "buffer":
                continue
            chapter = Chapter(kit.called(session, code).plain, tuple(_leaves(kit, code, day, session, taught)))
            chapters.append(chapter)
            sessions.append((session, chapter))
        name = kit.words("en")("workshop.day", number=day.number).lower().replace(" ", "-")
        yield Deck(ARTEFACT.path("slides", code, name), _book(kit, code, chapters))
    for session, chapter in sessions:
        if session.kind in WITH_DECK:
            yield Deck(ARTEFACT.path("slides", code, session.id), _book(kit, code, [chapter]))


def _book(kit: Kit, code: str, chapters: list[Chapter]) -> Book:
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


def _leaves(kit: Kit, code: str, day: Day, session: Session, taught: set[str]) -> Iterator[Leaf]:
    """The slides of one session. `taught`: sections that an earlier session has shown."""
    if session.kind in PAUSES:
        yield slides.pause(kit, code, session)
        return
    yield slides.divider(kit, code, day, session)
    if session.kind == "report":
        yield slides.reports(kit, code, session)
        return
    if session.kind == "breakout":
        yield from _breakout(kit, code, session)
    elif session.section in kit.scene.shelf.sections and session.kind == "input" and session.section not in taught:
        taught.add(session.section)
        yield Lesson(_without_breakouts(kit, kit.section(session.section, code, "facilitator", keyed=True)))
    loose = [session.use] if session.use in kit.scene.shelf.loose else []
    found = slides.loose_lesson(kit, code, session, (*loose, *session.blocks))
    if found:
        yield found


def _breakout(kit: Kit, code: str, session: Session) -> Iterator[Leaf]:
    """Where each group goes and who comes to it, then the task."""
    yield from slides.logistics(kit, code, session)
    if session.section not in kit.scene.shelf.sections:
        return
    edition = kit.section(session.section, code, "facilitator", keyed=True)
    box = slides.exercise_of(edition, session.exercise)
    if box is not None:
        yield Lesson(slides.part_of(edition, (box,)), opening=False)


def _without_breakouts(kit: Kit, edition: Edition) -> Edition:
    """The section without the worksheets that break-outs have to themselves."""
    given = {one.exercise for one in kit.workshop.sessions if one.kind == "breakout"}

    def stays(block: Node) -> bool:
        return not (isinstance(block, Box) and block.meta.id in given)

    return slides.part_of(edition, filter(stays, edition.section.blocks))


ARTEFACT = Artefact("slides", "Slide decks, one a day and one a session", "trainers", "facilitator", make)
