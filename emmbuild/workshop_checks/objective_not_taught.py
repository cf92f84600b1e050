"""A chosen objective is never taught."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.coverage import covered
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    for one in covered(scene.workshop, scene.shelf):
        chosen = scene.workshop.content.of(one.objective.rsplit(".", 1)[0])
        if chosen and chosen.objectives and not one.taught:
            yield warning(
                "COV101",
                f"objective {one.objective} is chosen, but no session teaches it",
                chosen.span,
                hint="name it in `teaches` of a presentation, or leave it out of `objectives`",
            )


CHECK = WorkshopCheck(
    "COV101",
    Severity.WARNING,
    "a chosen objective is never taught",
    """What people are tested on and certified for must have been taught. Each objective that the recipe chooses needs a session
that names it under `teaches`; a presentation of the section teaches all of them unless it names some. Where the recipe chooses no objectives, what is taught is the choice.""",
    bad=Edit(
        (
            (
                '{id: in2, kind: input, min: 45, section: "3.12", by: [dalia]}',
                '{id: in2, kind: input, min: 45, section: "3.12", teaches: [3.12.O1], by: [dalia]}',
            ),
        )
    ),
    find=find,
    gate="print",
)
