"""Somebody needs a step-free room, and a common room has steps."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.model import PAUSES
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    workshop = scene.workshop
    needing = [person.code for person in scene.people if person.step_free]
    common = {session.room or "plenary" for session in workshop.sessions if session.kind not in (*PAUSES, "breakout")}
    for name in sorted(common):
        room = workshop.room(name)
        if needing and room and not room.step_free:
            message = f"room {name} is not step-free; needed by {', '.join(needing)}"
            yield warning("GRP104", message, room.span, hint="find another room or a ramp; then write step_free: yes")


CHECK = WorkshopCheck(
    "GRP104",
    Severity.WARNING,
    "somebody needs a step-free room, and a common room has steps",
    """The rooms of the groups are seen to when people are put into groups; the plenary and other rooms are for everybody.""",
    bad=Edit((("booths: 1, projector: 1, step_free: yes", "booths: 1, projector: 1, step_free: no"),)),
    find=find,
)
