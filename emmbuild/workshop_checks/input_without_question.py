"""People listen for too long without doing anything."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.agenda import clock
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck

MOST = 60


def find(scene: Scene) -> Iterator[Diagnostic]:
    for day in scene.workshop.days:
        heard, first = 0, None
        for session in (*day.sessions, None):
            if session is not None and session.kind in ("input", "panel"):
                first = first or session
                heard += session.minutes
                continue
            if first is not None and heard > MOST:
                message = f"day {day.number}: {heard} minutes of listening in one go from {clock(first.start)}"
                yield warning(
                    "AGD113", message, first.span, hint="put an activity or a discussion between the presentations"
                )
            heard, first = 0, None


CHECK = WorkshopCheck(
    "AGD113",
    Severity.WARNING,
    "people listen for too long without doing anything",
    """Half presentation, half interaction: after an hour of listening at the most there is an activity, a discussion, a test or a break.""",
    bad=Edit((("id: sort, kind: activity, min: 30", "id: sort, kind: input, min: 30"),)),
    find=find,
)
