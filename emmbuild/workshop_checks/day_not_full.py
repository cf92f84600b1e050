"""The sessions of a day do not fill it."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.agenda import clock, gaps
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    for day in scene.workshop.days:
        for before, after, minutes in gaps(day):
            if minutes > 0 and before is not None and after is not None:
                yield error(
                    "AGD101",
                    f"day {day.number}: nothing happens for {minutes} minutes before {after.id} at {clock(after.start)}",
                    after.where("at"),
                    hint=f"begin it at {clock(before.end)}, or add a session of kind buffer",
                )
            elif minutes > 0 and before is not None:
                yield error(
                    "AGD101",
                    f"day {day.number} ends at {clock(day.end)}, its sessions end at {clock(before.end)}: {minutes} minutes "
                    "are left over",
                    day.span,
                    hint=f'write end: "{clock(before.end)}", or add a session of kind buffer, min: {minutes}',
                )


CHECK = WorkshopCheck(
    "AGD101",
    Severity.ERROR,
    "the sessions of a day do not fill it",
    """Participants read the end of the day on the agenda and book their way home by it. The minutes must add up; time in
reserve is a session too, of kind buffer.""",
    bad=Edit((("id: ev1, kind: evaluation, min: 30", "id: ev1, kind: evaluation, min: 20"),)),
    find=find,
    gate="build",
)
