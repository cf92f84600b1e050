"""Slides to report back on: for each break-out one slide a group, with what is asked and room for the answer."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts import slides
from emmbuild.artefacts.day_decks import book
from emmbuild.artefacts.parties import breakouts
from emmbuild.artefacts.shape import Artefact, Deck, Kit, Output
from emmbuild.core.nodes import Bullets, Item, Node, Paragraph
from emmbuild.core.text import Text, words_of
from emmbuild.plan.deck.book import Chapter, Extra
from emmbuild.workshop.model import Group, Session

_ROOM = 3  # empty bullets to write on


def make(kit: Kit, code: str) -> Iterator[Output]:
    for session in breakouts(kit):
        asked = _asked(kit, session, code)
        groups = [group for group in kit.workshop.groups.groups if code in group.langs]
        extras = tuple(_slide(kit, session, group, asked, code) for group in groups)
        if extras:
            chapter = Chapter(kit.called(session, code).plain, extras)
            yield Deck(ARTEFACT.path("report-back", code, session.id), book(kit, code, [chapter]))


def _slide(kit: Kit, session: Session, group: Group, asked: tuple[Node, ...], code: str) -> Extra:
    title: Text = kit.words(code).text("workshop.group-named", group=group.name)
    empty = Bullets(tuple(Item(words_of("…")) for _ in range(_ROOM)))
    key = f"{kit.workshop.id}/{session.id}/report-{group.name}"
    return Extra(key, title, (*asked, empty), kicker=kit.called(session, code))


def _asked(kit: Kit, session: Session, code: str) -> tuple[Node, ...]:
    """What the worksheet asks the groups to report."""
    if session.section not in kit.scene.shelf.sections:
        return ()
    box = slides.exercise_of(kit.section(session.section, code), session.exercise)
    label = kit.words(code)("worksheet-report-back")
    children = box.children if box else ()
    start = next((n for n, node in enumerate(children) if isinstance(node, Paragraph) and node.text.plain == label), None)
    if start is None:
        return ()
    return tuple(node for node in children[start + 1 :] if isinstance(node, Paragraph | Bullets))


ARTEFACT = Artefact("report-back", "Slides for the reports of the groups", "participants", "participant", make)
