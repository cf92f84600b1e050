"""The practice teaching of a workshop as artefacts show it: its turns, and the titles of the blocks that are taught."""

from __future__ import annotations

from emmbuild.artefacts.parties import headcount
from emmbuild.artefacts.shape import Kit
from emmbuild.artefacts.sheets import room_name, section_title
from emmbuild.core.nodes import Heading
from emmbuild.core.text import Text
from emmbuild.workshop.delivery import TeachBack
from emmbuild.workshop.model import Workshop
from emmbuild.workshop.teachback import Turn, practice


def wanted(workshop: Workshop) -> bool:
    return workshop.teachback is not None or any(session.kind == "teachback" for session in workshop.sessions)


def settings(workshop: Workshop) -> TeachBack:
    return workshop.teachback or TeachBack()


def turns(kit: Kit) -> tuple[Turn, ...]:
    """The turns by time and room; by number where nobody is known yet."""
    codes = [person.code for person in kit.scene.people]
    codes = codes or [kit.words(kit.workshop.languages.source).number(place) for place in range(1, headcount(kit) + 1)]
    found = practice(kit.workshop, codes, tuple(subjects(kit, kit.workshop.languages.source))).turns
    return tuple(sorted(found, key=lambda turn: (turn.day, turn.start, turn.room)))


def subjects(kit: Kit, code: str) -> dict[str, Text]:
    """What can be taught: the blocks that the recipe names, or else the topics of the chosen sections."""
    topics = {
        node.meta.id: node.text
        for chosen in kit.workshop.content.sections
        if chosen.section in kit.scene.shelf.sections
        for node in kit.section(chosen.section, code).section.blocks
        if isinstance(node, Heading) and node.level == 1
    }
    named = settings(kit.workshop).blocks
    if not named:
        return topics
    loose = {name: getattr(node, "title", None) for name in named for node in kit.loose((name,), code)}
    return {name: topics.get(name) or loose.get(name) or section_title(kit, name, code) for name in named}


def room(kit: Kit, number: int, code: str) -> Text:
    """Room 1, 2 … of the practice teaching: the rooms of the groups, in their order; the plenary where there are none."""
    groups = kit.workshop.groups.groups
    return room_name(kit, groups[number - 1].room if number <= len(groups) else "plenary", code)
