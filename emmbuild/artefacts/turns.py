"""Who teaches when in the practice teaching: a slot for each participant, room by room. Times and blocks, no names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from emmbuild.artefacts.parties import headcount
from emmbuild.artefacts.shape import Kit
from emmbuild.artefacts.sheets import room_name, section_title
from emmbuild.core.nodes import Heading
from emmbuild.core.text import Text
from emmbuild.workshop.delivery import TeachBack
from emmbuild.workshop.model import Session, Workshop


@dataclass(frozen=True, slots=True)
class Turn:
    """`person`, `observer`: places in the list of participants, from 0; `start`: minutes since midnight; `room` from 0."""

    session: Session
    start: int
    room: int
    person: int
    observer: int


def wanted(workshop: Workshop) -> bool:
    return workshop.teachback is not None or any(session.kind == "teachback" for session in workshop.sessions)


def settings(workshop: Workshop) -> TeachBack:
    return workshop.teachback or TeachBack()


def turns(kit: Kit) -> tuple[Turn, ...]:
    """The slots in the order of time, as many as there are people and as fit in the sessions."""
    found: list[Turn] = []
    people, plan = headcount(kit), settings(kit.workshop)
    for session in kit.workshop.sessions:
        if session.kind != "teachback":
            continue
        for start in range(session.start, session.end - plan.minutes - plan.feedback + 1, plan.minutes + plan.feedback):
            for room in range(plan.rooms):
                if len(found) < people:
                    number = len(found)
                    found.append(Turn(session, start, room, number, (number + plan.rooms) % people))
    return tuple(found)


def blocks(kit: Kit, code: str) -> tuple[Text, ...]:
    """What can be taught: the blocks that the recipe names, or else the topics of the chosen sections."""
    return tuple(_blocks(kit, code))


def _blocks(kit: Kit, code: str) -> Iterator[Text]:
    named = settings(kit.workshop).blocks
    for chosen in kit.workshop.content.sections:
        if chosen.section in kit.scene.shelf.sections:
            for node in kit.section(chosen.section, code).section.blocks:
                if isinstance(node, Heading) and node.level == 1 and (not named or node.meta.id in named):
                    yield node.text
    for name in named:
        if name in kit.scene.shelf.sections:
            yield section_title(kit, name, code)
        else:
            yield from (title for node in kit.loose((name,), code) if (title := getattr(node, "title", None)))


def room(kit: Kit, number: int, code: str) -> Text:
    """The rooms of the groups, in their order; the plenary where there are none."""
    groups = kit.workshop.groups.groups
    return room_name(kit, groups[number].room if number < len(groups) else "plenary", code)
