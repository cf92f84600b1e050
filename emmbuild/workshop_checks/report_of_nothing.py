"""A report belongs to no break-out before it."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for session in scene.workshop.sessions:
        if session.kind == "breakout":
            seen.add(session.id)
        elif session.kind == "report" and session.of not in seen:
            message = (
                f"{session.id} reports of {session.of!r}, which is no break-out before it"
                if session.of
                else f"{session.id} does not say which break-out it reports"
            )
            yield error("AGD106", message, session.where("of"), hint="write of: and the id of the break-out")


CHECK = WorkshopCheck(
    "AGD106",
    Severity.ERROR,
    "a report belongs to no break-out before it",
    """Groups report on a break-out that they have had. `of` names it.""",
    bad=Edit((("min: 30, of: bo1, per_group: 10", "min: 30, of: bo2, per_group: 10"),)),
    find=find,
    gate="build",
)
