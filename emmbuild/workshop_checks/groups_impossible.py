"""The participants cannot be put into the groups."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.impossible import Impossible
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    placement = scene.placement
    if not isinstance(placement, Impossible):
        return
    hint = " Or: ".join(scene.say(way) for way in placement.ways)
    for reason in placement.reasons:
        if reason.values.get("any_langs", "?"):  # of people without any language PPL107 speaks
            message = f"the groups are impossible: {scene.say(reason)}"
            yield error("GRP101", message, scene.workshop.groups.span, hint=hint or "change the groups, rooms or wishes")


CHECK = WorkshopCheck(
    "GRP101",
    Severity.ERROR,
    "the participants cannot be put into the groups",
    """Everybody must find a seat in a group that works in a language he or she speaks, in a room that he or she can enter, and the wishes of the recipe must hold. The message says which people have too few places between them; each way out was tried.""",
    bad=Edit(
        (("A: {label: Room A, seats: 8, projector: 1, step_free: yes}", "A: {label: Room A, seats: 8, projector: 1}"),)
    ),
    find=find,
    gate="print",
)
