"""Lunch is too short, or not at lunch time."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.agenda import clock
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck

LEAST, LONG_DAY = 60, 360


def find(scene: Scene) -> Iterator[Diagnostic]:
    first, last = scene.workshop.event.calendar.lunch
    for day in scene.workshop.days:
        lunches = [session for session in day.sessions if session.kind == "lunch"]
        if not lunches and day.end - day.start >= LONG_DAY:
            yield warning("AGD104", f"day {day.number} has no lunch", day.span, hint="add a session of kind lunch, min: 60")
        for lunch in lunches:
            if lunch.minutes < LEAST:
                message = f"day {day.number}: lunch takes {lunch.minutes} minutes; {LEAST} are needed"
                yield warning("AGD104", message, lunch.where("min"), hint=f"write min: {LEAST}")
            elif not first <= lunch.start <= last:
                message = f"day {day.number}: lunch begins at {clock(lunch.start)}, people here eat between {clock(first)} and {clock(last)}"
                yield warning("AGD104", message, lunch.span, hint="move it, or change `lunch` under event, calendar")


CHECK = WorkshopCheck(
    "AGD104",
    Severity.WARNING,
    "lunch is too short, or not at lunch time",
    """People from afar, a queue at the buffet and a telephone call need an hour at the local time of lunch (`calendar: {lunch: ["12:00", "14:00"]}`). A whole day without lunch is reported too.""",
    bad=Edit(
        (
            ("{id: l1, kind: lunch, min: 75}", "{id: l1, kind: lunch, min: 45}"),
            ("id: wall, kind: activity, min: 45", "id: wall, kind: activity, min: 75"),
        )
    ),
    find=find,
)
