"""Sessions run into each other, or past the end of the day."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.agenda import clock, gaps
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    for day in scene.workshop.days:
        for before, after, minutes in gaps(day):
            if minutes >= 0:
                continue
            if after is None:
                message = f"day {day.number} runs {-minutes} minutes past its end at {clock(day.end)}"
                hint = f'shorten a session (`emmbuild fit`), or write end: "{clock(day.end - minutes)}"'
                yield error("AGD102", message, day.span, hint=hint)
            else:
                name = before.id if before else "the start of the day"
                message = f"{after.id} begins at {clock(after.start)}, {-minutes} minutes before {name} is over"
                hint = f'write at: "{clock(after.start - minutes)}", or leave `at` out'
                yield error("AGD102", message, after.where("at"), hint=hint)


CHECK = WorkshopCheck(
    "AGD102",
    Severity.ERROR,
    "sessions run into each other, or past the end of the day",
    """Nobody can be at two sessions, and nobody stays after the end that the agenda promised.""",
    bad=Edit((("id: ev1, kind: evaluation, min: 30", "id: ev1, kind: evaluation, min: 45"),)),
    find=find,
    gate="build",
)
