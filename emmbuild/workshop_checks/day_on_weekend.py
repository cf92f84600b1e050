"""A day of the workshop is at the weekend."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    event = scene.workshop.event
    for day in event.dates:
        if day.weekday() in event.calendar.weekend:
            message = f"{day:%A} {day} is at the weekend there"
            yield warning(
                "AGD108",
                message,
                event.spans.get("dates", scene.workshop.span),
                hint="choose another day, or correct `weekend` under event, calendar",
            )


CHECK = WorkshopCheck(
    "AGD108",
    Severity.WARNING,
    "a day of the workshop is at the weekend",
    """The weekend is Friday and Saturday in some countries, Saturday and Sunday in others: `calendar: {weekend: [fri, sat]}` says which.""",
    bad=Edit((("weekend: [sat, sun]", "weekend: [wed, thu]"),)),
    find=find,
)
