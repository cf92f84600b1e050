"""A day of the workshop is a public holiday."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    event = scene.workshop.event
    for day, name in scene.holidays.items():
        message = f"{day} is a public holiday in {event.calendar.holidays}: {name}"
        yield warning(
            "AGD107",
            message,
            event.spans.get("dates", scene.workshop.span),
            hint="choose another day, or waive AGD107 with the reason",
        )


CHECK = WorkshopCheck(
    "AGD107",
    Severity.WARNING,
    "a day of the workshop is a public holiday",
    """Participants, interpreters and the cleaner of the venue will be at home. Holidays come from the library `holidays`; those that follow the moon are estimates.""",
    bad=Edit(
        (
            ("dates: [2027-04-13, 2027-04-14]", "dates: [2027-04-09, 2027-04-14]"),
            (
                "prework: {sections: [emm/1.1], minutes: 45, due: 2027-04-09}",
                "prework: {sections: [emm/1.1], minutes: 45, due: 2027-03-12}",
            ),
        )
    ),
    find=find,
)
