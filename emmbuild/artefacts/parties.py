"""Who is where in a workshop: the people of each group, the facilitators of each break-out, names joined in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from emmbuild.artefacts.shape import Kit
from emmbuild.artefacts.sheets import BLANK, room_name
from emmbuild.core.text import Text, words_of
from emmbuild.workshop.model import Facilitator, Group, Participant, Placement, Rota, Session


def members(kit: Kit) -> dict[str, tuple[Participant, ...]]:
    """Group → its people; empty groups where nobody has been placed."""
    placement = kit.scene.placement
    by_code = {person.code: person for person in kit.scene.people}
    placed = placement.groups if isinstance(placement, Placement) else {}
    return {
        group.name: tuple(by_code[code] for code in placed.get(group.name, ()) if code in by_code)
        for group in kit.workshop.groups.groups
    }


def group_of(kit: Kit, person: Participant) -> str:
    placement = kit.scene.placement
    return placement.group_of(person.code) if isinstance(placement, Placement) else ""


def breakouts(kit: Kit) -> tuple[Session, ...]:
    return tuple(session for session in kit.workshop.sessions if session.kind == "breakout")


def pair(kit: Kit, session: Session, group: str) -> tuple[Facilitator, ...]:
    """The facilitators of a group in a break-out; nobody where no rota exists."""
    rota = kit.scene.rota
    ids = rota.pairs.get(session.id, {}).get(group, ()) if isinstance(rota, Rota) else ()
    found = (kit.workshop.facilitator(name) for name in ids)
    return tuple(one for one in found if one is not None)


def leads(kit: Kit, session: Session) -> tuple[Facilitator, ...]:
    found = (kit.workshop.facilitator(name) for name in session.by)
    return tuple(one for one in found if one is not None)


def named(kit: Kit, people: Iterable[Facilitator], code: str) -> Text:
    """ "Amal and Bruno"; nothing for nobody."""
    shown = [one.shown for one in people]
    return words_of(kit.words(code).join(shown)) if shown else BLANK


def group_title(kit: Kit, group: Group, code: str) -> Text:
    """ "Group A"."""
    return kit.words(code).text("paper.group_named", name=group.name)


def group_room(kit: Kit, group: Group, code: str) -> Text:
    return room_name(kit, group.room, code)


def headcount(kit: Kit) -> int:
    """How many people are known, or else expected."""
    return len(kit.scene.people) or kit.workshop.audience.expected


def readers(kit: Kit, code: str) -> int:
    """How many people read `code` first of all working languages; an equal share while nobody is known."""
    working = [name for name in kit.workshop.languages.working if name in kit.languages]
    if not kit.scene.people:
        return -(-kit.workshop.audience.expected // max(1, len(working)))
    return sum(reads(person, working) == code for person in kit.scene.people)


def reads(person: Participant | Facilitator, languages: Sequence[str]) -> str:
    """The first of these languages that the person follows, by the person's own order; their first one for others."""
    return next((name for name in person.langs if name in languages), languages[0] if languages else "")


def needs_large_print(kit: Kit, person: Participant) -> bool:
    return person.large_print or person.code in kit.workshop.deliver.print.large_print


def trainers(kit: Kit, code: str) -> int:
    """How many of the team read `code` first of all working languages."""
    working = [name for name in kit.workshop.languages.working if name in kit.languages]
    return sum(reads(one, working) == code for one in kit.workshop.present)


def scripts(kit: Kit) -> tuple[str, ...]:
    """The source language, and the first working language of each other script: for signs and labels that all read."""
    workshop = kit.workshop
    found: dict[str, str] = {}
    for code in (workshop.languages.source, *workshop.languages.working):
        if code in kit.languages:
            found.setdefault(kit.languages[code].script, code)
    return tuple(found.values())


def in_scripts(kit: Kit, key: str, **values: object) -> Text:
    """A label in each script of the workshop: "Name / الاسم"."""
    return words_of(" / ".join(dict.fromkeys(kit.words(code)(key, **values) for code in scripts(kit))))
