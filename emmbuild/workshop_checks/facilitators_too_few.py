"""A facilitator has more than ten people."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rota import breakouts, size_of
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck

MOST = 10


def find(scene: Scene) -> Iterator[Diagnostic]:
    workshop, groups = scene.workshop, scene.workshop.groups.groups
    count = max(len(scene.people), workshop.audience.expected)
    staff = sum(size_of(workshop, group) for group in groups)
    if groups and breakouts(workshop) and count > MOST * staff:
        message = f"{count} people in {len(groups)} groups with {staff} facilitators: more than {MOST} people for each one"
        needed = -(-count // (MOST * workshop.groups.facilitators_per_group))
        yield warning("GRP105", message, workshop.groups.span, hint=f"make {needed} groups, or find more facilitators")


CHECK = WorkshopCheck(
    "GRP105",
    Severity.WARNING,
    "a facilitator has more than ten people",
    """Two facilitators for twenty people is what trainers’ guides recommend; with more, half of the group watches.""",
    bad=Edit((("expected: 12", "expected: 50"),)),
    find=find,
)
