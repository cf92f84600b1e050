"""Practice teaching: who teaches which block, when, in which room, and who observes.

Each person teaches for `minutes`, then hears from the others for `feedback` minutes; `rooms` of them at a time. So
15 people × (10 + 5) minutes take 75 minutes in three rooms and 225 in one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from emmbuild.workshop.delivery import TeachBack
from emmbuild.workshop.model import Session, Workshop


@dataclass(frozen=True, slots=True)
class Turn:
    """One person's turn. `room` counts from 1; `start` in minutes since midnight, on `day`; `session` "" where the
    agenda has no room for it any more. `block`: the block that is taught; `observers`: who fills the rubric."""

    person: str
    room: int
    session: str
    day: int
    start: int
    teaching: int
    feedback: int
    block: str = ""
    observers: tuple[str, ...] = ()

    @property
    def end(self) -> int:
        return self.start + self.teaching + self.feedback


@dataclass(frozen=True, slots=True)
class Practice:
    """All turns, in the order of the day and of the rooms. `needed`: minutes that the rooms are in use."""

    turns: tuple[Turn, ...]
    needed: int
    given: int

    @property
    def short(self) -> int:
        """Minutes that the agenda lacks."""
        return max(0, self.needed - self.given)


def minutes_needed(people: int, plan: TeachBack) -> int:
    """How long all turns take: as many rounds as the fullest room has people."""
    return -(-people // max(1, plan.rooms)) * (plan.minutes + plan.feedback)


def practice(workshop: Workshop, people: Sequence[str], blocks: Sequence[str] = ()) -> Practice:
    """The turns of `people` (codes, in order) in the workshop's sessions of kind teachback.

    People keep to one room, so that the same small group works together: the first goes to room 1, the second to room
    2 … `blocks` go round; the next two people of the room observe. A turn never straddles two sessions.
    """
    plan = workshop.teachback or TeachBack()
    length = plan.minutes + plan.feedback
    slots = [
        (session, session.start + step * length)
        for session in workshop.sessions
        if session.kind == "teachback"
        for step in range(session.minutes // length)
    ]
    rooms = _rooms(people, plan.rooms)
    taught = tuple(blocks) or plan.blocks
    turns = []
    for place, person in enumerate(people):
        mates, number = rooms[place % len(rooms)], place // len(rooms)
        session, start = slots[number] if number < len(slots) else (_NOWHERE, 0)
        turns.append(
            Turn(
                person,
                place % len(rooms) + 1,
                session.id,
                session.day,
                start,
                plan.minutes,
                plan.feedback,
                taught[place % len(taught)] if taught else "",
                _observers(mates, number),
            )
        )
    given = sum(session.minutes for session in workshop.sessions if session.kind == "teachback")
    return Practice(tuple(turns), minutes_needed(len(people), plan), given)


_NOWHERE = Session("", "teachback", 0, 0)


def _rooms(people: Sequence[str], rooms: int) -> list[list[str]]:
    count = max(1, min(rooms, len(people)))
    return [list(people[place::count]) for place in range(count)]


def _observers(mates: Sequence[str], number: int) -> tuple[str, ...]:
    """The next two of the room, so that everybody observes as often as everybody else."""
    others = [mates[(number + step) % len(mates)] for step in (1, 2)]
    return tuple(dict.fromkeys(one for one in others if one != mates[number]))
