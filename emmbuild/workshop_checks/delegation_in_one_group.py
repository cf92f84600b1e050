"""A delegation or an agency sits in one group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.model import Placement
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    if not isinstance(scene.placement, Placement):
        return
    groups, people = scene.placement.groups, {person.code: person for person in scene.people}
    for attribute in scene.workshop.groups.allocate.spread:
        totals = Counter(person.attribute(attribute) for person in scene.people)
        for name, codes in groups.items():
            for value, count in Counter(people[code].attribute(attribute) for code in codes).items():
                if value and count > -(-totals[value] // len(groups)) + 1:
                    message = f"{count} of the {totals[value]} people from {value} ({attribute}) sit in group {name}"
                    hint = f"`emmbuild groups {scene.workshop.id} --why CODE` says what keeps them there"
                    yield warning("GRP107", message, scene.workshop.groups.span, hint=hint)


def _together(scene: Scene) -> Scene:
    people = sorted(scene.people, key=lambda person: person.country != "Valdoria")
    codes = [person.code for person in people]
    return replace(scene, placement=Placement({"A": tuple(codes[:6]), "B": tuple(codes[6:])}))


CHECK = WorkshopCheck(
    "GRP107",
    Severity.WARNING,
    "a delegation or an agency sits in one group",
    """People from one country or agency who sit together talk to each other; groups are there to meet others. Languages can make it hard to spread them.""",
    bad=Edit(scene=_together, says="the four people from Valdoria all sit in group A"),
    find=find,
)
