"""Cue cards: what a presenter wants in the hand, a card for each session, key message and question."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.parties import leads, named
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import head, hours, lead, section_title, sheet
from emmbuild.core.nodes import Box, Bullets, Item, Notes, Paragraph
from emmbuild.core.text import Text, words_of
from emmbuild.core.walk import nodes, texts
from emmbuild.plan.document.model import Cards, Entry, Listing, Para, Piece

_COLUMNS, _HEIGHT, _MOST_POINTS = 2, 70, 4


def make(kit: Kit, code: str) -> Iterator[Output]:
    words = kit.words(code)
    pieces: list[Piece] = []
    for chosen in kit.workshop.content.sections:
        if chosen.section not in kit.scene.shelf.sections:
            continue
        cards = (*_sessions(kit, chosen.section, code), *_told(kit, chosen.section, code))
        title = section_title(kit, chosen.section, code)
        pieces.append(head(title, 1, f"section_{chosen.section.replace('.', '_')}", new_page=bool(pieces)))
        pieces += [lead(words.text("sheet.cut-out")), Cards(tuple(cards), _COLUMNS, _HEIGHT)]
    if pieces:
        path, title = ARTEFACT.path("cue-cards", code), words.text("sheet.cue-cards")
        copies = Copies(1, duplex=False, binding="cut")
        yield sheet(kit, code, path, title, pieces, audience="facilitator", copies=copies)


def _sessions(kit: Kit, section: str, code: str) -> Iterator[tuple[Piece, ...]]:
    """A card for each session on the section: when, who, and what people can do afterwards."""
    words = kit.words(code)
    for session in kit.workshop.sessions:
        if session.section == section and session.kind in ("input", "activity"):
            when = f"{words('workshop.day', number=session.day)} · {hours(words, session)}"
            who = named(kit, leads(kit, session), code)
            goals = (Entry(kit.objective(name, code)) for name in session.teaches or session.practises)
            facts = words_of(" · ".join(part for part in (when, who.plain) if part))
            yield Para(facts, "source"), Para(kit.called(session, code), "card-title"), Listing(tuple(goals))


def _told(kit: Kit, section: str, code: str) -> Iterator[tuple[Piece, ...]]:
    words = kit.words(code)
    for node in nodes(kit.section(section, code, "facilitator").section.blocks):
        if isinstance(node, Box) and node.role in ("messages", "guiding"):
            kind = words.text("sheet.key-message" if node.role == "messages" else "sheet.question")
            for child in nodes(node.children):
                if isinstance(child, Bullets) and child.role in ("messages", "questions"):
                    for item in child.items:
                        yield Para(kind, "source"), Para(item.text, "card-title"), *_points(item)


def _points(item: Item) -> Iterator[Piece]:
    """The first points that people may bring up."""
    found: list[Text] = []
    for node in nodes(item.children):
        if isinstance(node, Notes):
            found += texts(node.children)
        elif isinstance(node, Paragraph):
            found.append(node.text)
    if found:
        yield Listing(tuple(Entry(text) for text in dict.fromkeys(found[:_MOST_POINTS])))


ARTEFACT = Artefact("cue-cards", "Cue cards for presenters", "trainers", "facilitator", make)
