"""A room is named that the recipe does not have."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    workshop = scene.workshop
    rooms = workshop.event.rooms
    if not rooms:
        return
    named = [
        (session.room, f"session {session.id}", session.where("room")) for session in workshop.sessions if session.room
    ]
    named += [(group.room, f"group {group.name}", workshop.groups.span) for group in workshop.groups.groups]
    for room, who, span in named:
        if room not in rooms:
            near = get_close_matches(room, rooms, 1)
            hint = f"did you mean {near[0]}?" if near else "the rooms are " + ", ".join(rooms)
            yield error("GRP108", f"{who} is in room {room!r}, which event: rooms does not have", span, hint=hint)


CHECK = WorkshopCheck(
    "GRP108",
    Severity.ERROR,
    "a room is named that the recipe does not have",
    """Rooms are listed under `event: rooms:`, with their seats and steps; signs and lists are made from there.""",
    bad=Edit((("facilitators_per_group: 2", "facilitators_per_group: 2\n  rooms: {A: A, B: Z}"),)),
    find=find,
    gate="build",
)
