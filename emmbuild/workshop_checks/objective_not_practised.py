"""A chosen objective is never practised."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.coverage import covered
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    if any(session.kind == "teachback" for session in scene.workshop.sessions):
        return
    for one in covered(scene.workshop, scene.shelf):
        chosen = scene.workshop.content.of(one.objective.rsplit(".", 1)[0])
        if chosen and chosen.objectives and not one.practised:
            yield warning(
                "COV102",
                f"objective {one.objective} is chosen, but nobody practises it",
                chosen.span,
                hint="name it in `practises` of a break-out or an activity, or choose a worksheet that serves it",
            )


CHECK = WorkshopCheck(
    "COV102",
    Severity.WARNING,
    "a chosen objective is never practised",
    """People can do what they have done. Each objective needs a break-out or an activity in which participants try it; what was
only heard is gone after a week. In a training of trainers, practice teaching counts for all of them. Judged where the recipe
chooses objectives.""",
    bad=Edit((("practises: [3.12.O1, 3.12.O3]", "practises: [3.12.O1]"),)),
    find=find,
    gate="print",
)
