"""People work too long without a break."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.agenda import clock, stretches
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck

MOST = 135  # a two-hour break-out and a little more


def find(scene: Scene) -> Iterator[Diagnostic]:
    for day in scene.workshop.days:
        for first, minutes in stretches(day):
            if minutes > MOST:
                yield warning(
                    "AGD103",
                    f"day {day.number}: {minutes} minutes without a break from {clock(first.start)}",
                    first.span,
                    hint=f"put a break into it; {MOST} minutes are the most that people can work through",
                )


CHECK = WorkshopCheck(
    "AGD103",
    Severity.WARNING,
    "people work too long without a break",
    """Attention falls long before two hours are over, and interpreters need the pause too. A break of fifteen minutes in the
morning and in the afternoon is usual.""",
    bad=Edit((("{id: b1, kind: break, min: 20}", "{id: b1, kind: activity, min: 20, by: [amal]}"),)),
    find=find,
)
