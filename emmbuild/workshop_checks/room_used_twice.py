"""Two groups are in the same room."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    groups = scene.workshop.groups
    first: dict[str, str] = {}
    for group in groups.groups:
        if group.room in first:
            message = f"groups {first[group.room]} and {group.name} are both in room {group.room}"
            taken = {other.room for other in groups.groups}
            free = [name for name in scene.workshop.event.rooms if name not in taken and name != "plenary"]
            hint = f"room {free[0]} is free" if free else "add a room to event: rooms"
            yield error("GRP103", message, groups.span, hint=hint)
        first.setdefault(group.room, group.name)


CHECK = WorkshopCheck(
    "GRP103",
    Severity.ERROR,
    "two groups are in the same room",
    """Two groups that talk at the same time in one room hear neither themselves nor each other.""",
    bad=Edit((("facilitators_per_group: 2", "facilitators_per_group: 2\n  rooms: {A: A, B: A}"),)),
    find=find,
    gate="print",
)
