"""The kit of a group for one break-out: role cards, the case, the worksheet with its timing strip and flip chart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.artefacts import slides
from emmbuild.artefacts.parties import breakouts, group_room, group_title, members, needs_large_print, reads
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import head, hours, lead, sheet
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Box, Bullets
from emmbuild.core.text import words_of
from emmbuild.core.walk import nodes
from emmbuild.plan.document import sheets as exercises
from emmbuild.plan.document.blocks import pieces_of
from emmbuild.plan.document.desk import Desk
from emmbuild.plan.document.model import Cards, Entry, Head, Listing, Para, Piece
from emmbuild.workshop.model import Group, Participant, Session, Workshop


def make(kit: Kit, code: str) -> Iterator[Output]:
    for session in breakouts(kit):
        if session.section not in kit.scene.shelf.sections:
            continue
        edition = kit.section(session.section, code)
        for group in kit.workshop.groups.groups:
            if code in group.langs:
                yield from _kits(kit, session, group, edition, code)


def _kits(kit: Kit, session: Session, group: Group, edition: Edition, code: str) -> Iterator[Output]:
    """The kit, and one in large print where somebody in the group needs it."""
    large = [person for person in _readers(kit, group, code) if needs_large_print(kit, person)]
    copies = len(_readers(kit, group, code)) - len(large)
    if not members(kit)[group.name]:
        copies = -(-kit.workshop.audience.expected // (len(kit.workshop.groups.groups) * len(group.langs)))
    yield _kit(kit, session, group, edition, code, Copies(copies, duplex=True, binding="staple"))
    if large:
        yield _kit(kit, session, group, edition, code, Copies(len(large), duplex=True, binding="staple"), large=True)


def _readers(kit: Kit, group: Group, code: str) -> list[Participant]:
    """Who of the group reads this language first of all that the group has."""
    return [person for person in members(kit)[group.name] if reads(person, group.langs) == code]


def _kit(
    kit: Kit, session: Session, group: Group, edition: Edition, code: str, copies: Copies, *, large: bool = False
) -> Output:
    words = kit.words(code)
    where = words("kind.about", kind=group_title(kit, group, code).plain, title=group_room(kit, group, code).plain)
    when = f"{words('workshop.day', number=session.day)}, {hours(words, session)}"
    pieces: list[Piece] = [head(kit.title(session.section, code), bookmark="top"), lead(words_of(f"{where} · {when}"))]
    rules = tuple(Entry(text) for text in slides.rules(kit, code))
    pieces += [Listing(rules)] if rules else []
    boxes = (node for node in nodes(edition.section.blocks) if isinstance(node, Box))
    box = next((node for node in boxes if session.exercise and node.meta.id == session.exercise), None)
    pieces += _roles(kit, box, code)
    pieces += _cases(edition)
    if box is not None:
        pieces += _worksheet(edition, box)
    title = words.text("sheet.kit-of", name=group.name)
    part = f"{group.name.lower()}-{session.id}{'-large' if large else ''}"
    path = ARTEFACT.path("group-kit", code, part)
    return sheet(kit, code, path, title, pieces, copies=copies, edition=edition, large=large)


def _roles(kit: Kit, box: Box | None, code: str) -> Iterator[Piece]:
    """A card for each role: those of the worksheet, or else those that the recipe names."""
    words = kit.words(code)
    lists = [node for node in nodes(box.children if box else ()) if isinstance(node, Bullets) and node.role == "roles"]
    roles = [item.text for one in lists for item in one.items]
    if not roles:
        known = (f"group-role.{name}" for name in kit.workshop.groups.roles)
        roles = [words.text(key) for key in known if key in words.entries]
    if roles:
        yield head(words.text("sheet.role-cards"), 2, "roles")
        yield Cards(tuple((Para(text, "card-title"),) for text in roles), 2, 42)


def _cases(edition: Edition) -> Iterator[Piece]:
    desk = Desk(edition, level=1)
    for node in nodes(edition.section.blocks):
        if isinstance(node, Box) and node.role == "case":
            made = pieces_of((node,), desk)
            for place, piece in enumerate(made):
                yield replace(piece, new_page=True) if place == 0 and isinstance(piece, Head) else piece


def _worksheet(edition: Edition, box: Box) -> Iterator[Piece]:
    alone = replace(edition, section=replace(edition.section, blocks=(box,)))
    for place, piece in enumerate(exercises.sheet(alone).pieces):
        if isinstance(piece, Head):
            piece = replace(piece, bookmark=f"w_{piece.bookmark}"[:40], new_page=piece.new_page or place == 0)
        yield piece


def _has_kits(workshop: Workshop) -> bool:
    return bool(workshop.groups.groups) and any(session.kind == "breakout" for session in workshop.sessions)


ARTEFACT = Artefact("group-kit", "Break-out kit of each group", "participants", "participant", make, wanted=_has_kits)
