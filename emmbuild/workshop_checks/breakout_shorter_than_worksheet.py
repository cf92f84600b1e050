"""A break-out is shorter than its worksheet."""

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


CHECK = WorkshopCheck(
    "AGD111",
    Severity.WARNING,
    "a break-out is shorter than its worksheet",
    """A worksheet says how many minutes its steps take in the short version. With fewer, no group comes to the end.""",
    bad=Edit(
        (
            ("id: bo2, kind: breakout, min: 60", "id: bo2, kind: breakout, min: 40"),
            ("id: recap2, kind: activity, min: 90", "id: recap2, kind: activity, min: 110"),
        )
    ),
    find=find,
)
