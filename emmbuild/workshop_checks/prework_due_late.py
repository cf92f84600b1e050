"""Pre-work is due when the workshop has begun, or too much."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck

MOST = 120


def find(scene: Scene) -> Iterator[Diagnostic]:
    work, dates = scene.workshop.content.prework, scene.workshop.event.dates
    if work.due and dates and work.due >= dates[0]:
        message = f"the pre-work is due on {work.due}, the workshop begins on {dates[0]}"
        yield warning("PRW101", message, work.span, hint="choose a day some days before")
    if work.minutes > MOST:
        message = f"the pre-work takes {work.minutes} minutes; {MOST} are the most that people do at home"
        yield warning("PRW101", message, work.span, hint="choose fewer sections")


CHECK = WorkshopCheck(
    "PRW101",
    Severity.WARNING,
    "pre-work is due when the workshop has begun, or too much",
    """Participants need it before the first day. More than two hours at home are not done by officials with a full desk.""",
    bad=Edit((("due: 2027-04-09", "due: 2027-04-20"),)),
    find=find,
)
