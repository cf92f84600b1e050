"""A room has too few seats."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.model import Placement
from emmbuild.workshop.rota import size_of
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    workshop, groups = scene.workshop, scene.workshop.groups.groups
    count = len(scene.people) or workshop.audience.expected
    each = -(-count // len(groups)) if groups else 0
    for group in groups:
        room = workshop.room(group.room)
        placed = len(scene.placement.groups[group.name]) if isinstance(scene.placement, Placement) else each
        staff = size_of(workshop, group)
        if room and room.seats and placed + staff > room.seats:
            message = (
                f"room {room.id} has {room.seats} seats; group {group.name} has {placed} people and {staff} who lead it"
            )
            yield warning("GRP102", message, room.span, hint="find a larger room, bring chairs, or make more groups")
    plenary = workshop.room("plenary")
    if plenary and plenary.seats and count + len(workshop.present) > plenary.seats:
        message = f"the plenary has {plenary.seats} seats; {count} people come, and a team of {len(workshop.present)}"
        yield warning("GRP102", message, plenary.span, hint="find a larger room")


CHECK = WorkshopCheck(
    "GRP102",
    Severity.WARNING,
    "a room has too few seats",
    """Participants and facilitators need a chair each. Where no list is there yet, the expected number counts.""",
    bad=Edit((("A: {label: Room A, seats: 8,", "A: {label: Room A, seats: 7,"),)),
    find=find,
)
