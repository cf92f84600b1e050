"""A session takes no time."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    for session in scene.workshop.sessions:
        if session.minutes == 0:
            yield warning(
                "AGD110", f"{session.id} takes no time", session.where("min"), hint="give it minutes, or leave it out"
            )


CHECK = WorkshopCheck(
    "AGD110",
    Severity.WARNING,
    "a session takes no time",
    """Zero minutes on an agenda mean that somebody will be late for the next session.""",
    bad=Edit(
        (
            ("id: open, kind: ceremony, min: 20", "id: open, kind: ceremony, min: 0"),
            ("id: pre, kind: test, min: 20", "id: pre, kind: test, min: 40"),
        )
    ),
    find=find,
)
