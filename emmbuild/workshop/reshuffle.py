"""The patterns in which participants move: a carousel of groups past the rooms, or new groups for every break-out."""

from __future__ import annotations

from collections.abc import Sequence

from emmbuild.workshop.allocation import allocate
from emmbuild.workshop.impossible import Impossible
from emmbuild.workshop.likeness import times_met
from emmbuild.workshop.model import Groups, Participant, Placement, Room, Workshop


def reshuffled(
    people: Sequence[Participant], groups: Groups, rooms: dict[str, Room], sessions: Sequence[str]
) -> dict[str, Placement] | Impossible:
    """Session id → placement; each new round brings together people who have not met yet, as far as that goes."""
    order = sorted(person.code for person in people)
    rounds: list[list[int]] = []
    found: dict[str, Placement] = {}
    for session in sessions:
        placed = allocate(people, groups, rooms, times_met(rounds, len(order)) if rounds else ())
        if isinstance(placed, Impossible):
            return placed
        found[session] = placed
        names = list(placed.groups)
        at = {code: number for number, name in enumerate(names) for code in placed.groups[name]}
        rounds.append([at[code] for code in order])
    return found


def placed(workshop: Workshop, people: Sequence[Participant]) -> tuple[Placement | Impossible | None, dict[str, Placement]]:
    """Who sits where, and each break-out's own groups where they are mixed anew; None where nobody is to be placed."""
    groups, rooms = workshop.groups, workshop.event.rooms
    if not people or not groups.groups:
        return None, {}
    sessions = [session.id for session in workshop.sessions if session.kind == "breakout"]
    if groups.rotate != "reshuffle" or not sessions:
        return allocate(people, groups, rooms), {}
    found = reshuffled(people, groups, rooms, sessions)
    return (found, {}) if isinstance(found, Impossible) else (found[sessions[0]], found)


def carousel(groups: Groups, sessions: Sequence[str]) -> dict[str, dict[str, str]]:
    """Session id → group → the group whose room and facilitators it visits.

    Groups that work in the same languages go round among themselves, so that every room's facilitators can speak with
    every group that comes. With more sessions than such groups the round begins again.
    """
    circles: dict[frozenset[str], list[str]] = {}
    for group in groups.groups:
        circles.setdefault(frozenset(group.langs), []).append(group.name)
    return {
        session: {name: circle[(at + turn) % len(circle)] for circle in circles.values() for at, name in enumerate(circle)}
        for turn, session in enumerate(sessions)
    }
