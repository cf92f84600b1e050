"""What a session should teach does not fit its time."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.coverage import topic_minutes
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    for chosen in scene.workshop.content.sections:
        inputs = [one for one in scene.workshop.sessions if one.kind == "input" and one.section == chosen.section]
        facts = scene.shelf.sections.get(chosen.section)
        if not inputs or facts is None:
            continue
        given, needed = sum(one.minutes for one in inputs), topic_minutes(chosen, facts)
        if needed > given:
            message = f"section {chosen.section} at depth {chosen.depth} needs {needed} minutes of presentation, the agenda gives {given}"
            hint = "choose fewer objectives or a lesser depth, or give the session more time (`emmbuild fit` proposes what to cut)"
            yield warning("AGD112", message, inputs[0].where("min"), hint=hint)


CHECK = WorkshopCheck(
    "AGD112",
    Severity.WARNING,
    "what a session should teach does not fit its time",
    """Each topic says how many minutes it needs. The topics that the recipe chooses (by depth and objectives) must fit the presentations of the section; otherwise the trainer cuts at random, at the end.""",
    bad=Edit(
        (
            ("{use: emm/2.6, depth: brief, objectives: [2.6.O1, 2.6.O3, 2.6.O5]}", "{use: emm/2.6, depth: full}"),
            ("practises: [2.6.O1, 2.6.O3, 2.6.O5]", "practises: [2.6.O1, 2.6.O2, 2.6.O3, 2.6.O4, 2.6.O5, 2.6.O6]"),
        )
    ),
    find=find,
    gate="print",
)
