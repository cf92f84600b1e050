"""The two forms of the test do not ask the same."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.completing import all_objectives
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    assessment = scene.workshop.assessment
    if not assessment.test_items or assessment.forms != "parallel":
        return
    for name in dict.fromkeys(all_objectives(scene.workshop, scene.shelf)):
        items = [item for item in scene.shelf.sections[name.rsplit(".", 1)[0]].items if name in item.objectives]
        first, second = ([item for item in items if item.form == form][: assessment.test_items] for form in ("A", "B"))
        worth = [sum(item.points for item in form) for form in (first, second)]
        if items and (len(first) != len(second) or worth[0] != worth[1]):
            yield warning(
                "COV108",
                f"objective {name} has {len(first)} items worth {worth[0]} in form A and {len(second)} worth {worth[1]} in form B",
                assessment.span,
                hint="give both forms the same number of items and points in the test bank of the section",
            )


def _lopsided(scene: Scene) -> Scene:
    facts = scene.shelf.sections["2.6"]
    items = tuple(replace(item, form="A") if item.form and "2.6.O1" in item.objectives else item for item in facts.items)
    sections = {**scene.shelf.sections, "2.6": replace(facts, items=items)}
    return replace(scene, shelf=replace(scene.shelf, sections=sections))


CHECK = WorkshopCheck(
    "COV108",
    Severity.WARNING,
    "the two forms of the test do not ask the same",
    """The gain is the difference of two tests. It says something only where both forms ask the same objectives with as many items
and points.""",
    bad=Edit(scene=_lopsided, says="both items of objective 2.6.O1 in form A"),
    find=find,
    gate="print",
)
