"""A chosen objective is not assessed, or with too few items."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.coverage import covered
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    wanted = scene.workshop.assessment.test_items
    if not wanted:
        return
    for one in covered(scene.workshop, scene.shelf):
        where, count = scene.workshop.assessment.span, sum(one.items.values())
        if not one.assessed:
            message = f"objective {one.objective} is in no test of the agenda"
            yield warning("COV103", message, where, hint="give a session of kind test the line use: assessment/post")
        elif count < wanted:
            yield warning(
                "COV103",
                f"objective {one.objective} has {count} test items in both forms together, the recipe wants {wanted}",
                where,
                hint="write items with form=A and form=B into the test bank of the section, or ask for fewer",
            )


def _without_items(scene: Scene) -> Scene:
    facts = scene.shelf.sections["2.6"]
    items = tuple(item for item in facts.items if "2.6.O1" not in item.objectives)
    sections = {**scene.shelf.sections, "2.6": replace(facts, items=items)}
    return replace(scene, shelf=replace(scene.shelf, sections=sections))


CHECK = WorkshopCheck(
    "COV103",
    Severity.WARNING,
    "a chosen objective is not assessed, or with too few items",
    """The pre- and the post-test show what the workshop has changed, objective by objective. `items_per_objective` counts the items
of both parallel forms together: 2 means one in form A and one in form B.""",
    bad=Edit(scene=_without_items, says="the test bank of section 2.6 without items for objective 2.6.O1"),
    find=find,
    gate="print",
)
