"""More than half of the learning time is presentation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.model import Day
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck

MOST = 50  # per cent
PRESENTED = ("input", "panel")


def find(scene: Scene) -> Iterator[Diagnostic]:
    sessions = [one for one in scene.workshop.sessions if one.learning]
    whole = sum(one.minutes for one in sessions)
    shown = sum(one.minutes for one in sessions if one.kind in PRESENTED)
    if whole and 100 * shown > MOST * whole:
        yield warning(
            "COV105",
            f"{100 * shown / whole:.0f}% of the learning time is presentation ({shown} of {whole} minutes)",
            scene.workshop.span,
            hint=f"turn presentations into activities until it is {MOST}% or less",
        )


def _panels(scene: Scene) -> Scene:
    def day(one: Day) -> Day:
        sessions = tuple(replace(s, kind="panel") if s.kind == "activity" else s for s in one.sessions)
        return replace(one, sessions=sessions)

    return replace(scene, workshop=replace(scene.workshop, days=tuple(day(one) for one in scene.workshop.days)))


CHECK = WorkshopCheck(
    "COV105",
    Severity.WARNING,
    "more than half of the learning time is presentation",
    """Adults learn by doing: half presentation and half interaction is the rule of thumb of United Nations training guidance.
Presentations and panels count as presentation; break-outs, activities, reports, discussions and tests do not.""",
    bad=Edit(scene=_panels, says="every activity of the agenda made a panel"),
    find=find,
)
