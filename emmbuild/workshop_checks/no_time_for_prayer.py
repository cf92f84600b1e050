"""A day leaves no time for prayer where it is wanted."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.agenda import clock
from emmbuild.workshop.model import PAUSES
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck

NOON, AFTERNOON = (12 * 60, 14 * 60), (15 * 60, 17 * 60)
LEAST, FRIDAY = 10, 75


def find(scene: Scene) -> Iterator[Diagnostic]:
    if not scene.workshop.event.calendar.prayer_breaks:
        return
    for day in scene.workshop.days:
        long = FRIDAY if day.date and day.date.weekday() == 4 else LEAST
        for (first, last), least in ((NOON, long), (AFTERNOON, LEAST)):
            if day.start > first or day.end < last - 30:
                continue
            pauses = [one for one in day.sessions if one.kind in PAUSES and one.minutes >= least]
            if not any(one.start < last and one.end > first for one in pauses):
                message = (
                    f"day {day.number}: no pause of {least} minutes between {clock(first)} and {clock(last)} for prayer"
                )
                yield warning("AGD109", message, day.span, hint="move a break there, or add a session of kind prayer")


CHECK = WorkshopCheck(
    "AGD109",
    Severity.WARNING,
    "a day leaves no time for prayer where it is wanted",
    """With `prayer_breaks: yes` each day needs a pause around noon and, where it goes on long enough, one in the afternoon; a lunch or a break will do. Friday noon prayer takes longer: 75 minutes.""",
    bad=Edit(
        (
            (
                "calendar: {weekend: [sat, sun], holidays: TN}",
                "calendar: {weekend: [sat, sun], holidays: TN, prayer_breaks: yes}",
            ),
            ("{id: l1, kind: lunch, min: 75}", "{id: l1, kind: lunch, min: 60}"),
            ("{id: b2, kind: break, min: 15}", "{id: b2, kind: break, min: 5}"),
            ("id: ev1, kind: evaluation, min: 30", "id: ev1, kind: evaluation, min: 55"),
        )
    ),
    find=find,
)
