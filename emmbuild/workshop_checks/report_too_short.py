"""The groups cannot all report in the time given."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    count = len(scene.workshop.groups.groups)
    for session in scene.workshop.sessions:
        needed = count * session.per_group
        if session.kind == "report" and needed > session.minutes:
            message = (
                f"{session.id}: {count} groups of {session.per_group} minutes need {needed}, there are {session.minutes}"
            )
            hint = f"write per_group: {session.minutes // count}, or give the session {needed} minutes"
            yield warning("AGD105", message, session.where("per_group"), hint=hint)


CHECK = WorkshopCheck(
    "AGD105",
    Severity.WARNING,
    "the groups cannot all report in the time given",
    """Each group reports for the same minutes. Five groups of seven minutes need thirty-five; the last group is the one that is cut off.""",
    bad=Edit(
        (
            (
                "id: rep1, kind: report, min: 30, of: bo1, per_group: 10",
                "id: rep1, kind: report, min: 30, of: bo1, per_group: 20",
            ),
        )
    ),
    find=find,
)
