"""A break-out or an activity is shorter than its steps."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    for session in scene.workshop.sessions:
        facts = scene.shelf.sections.get(session.section)
        part = facts.parts.get(session.exercise) if facts else None
        if session.kind == "breakout" and part and session.minutes < part.minutes:
            message = f"{session.id} has {session.minutes} minutes, worksheet {part.id} needs {part.minutes}"
            hint = f"give it {part.minutes} minutes, or choose another exercise"
            yield warning("AGD111", message, session.where("min"), hint=hint)
        activity = scene.shelf.loose.get(session.use)
        if activity and activity.kind == "activity" and session.minutes < activity.minutes:
            message = f"{session.id} has {session.minutes} minutes, {activity.id} needs {activity.minutes}"
            yield warning("AGD111", message, session.where("min"), hint=f"give it {activity.minutes} minutes")


CHECK = WorkshopCheck(
    "AGD111",
    Severity.WARNING,
    "a break-out or an activity is shorter than its steps",
    """A worksheet or an activity says how many minutes its steps take (in the short version). With fewer, no group comes to the end.""",
    bad=Edit(
        (
            ("id: bo2, kind: breakout, min: 60", "id: bo2, kind: breakout, min: 40"),
            ("id: recap2, kind: activity, min: 90", "id: recap2, kind: activity, min: 110"),
        )
    ),
    find=find,
)
