"""The recipe names a participant who is not in the list."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    workshop = scene.workshop
    if not scene.people:
        return
    known = {person.code for person in scene.people}
    rules = workshop.groups.allocate
    named = {code: workshop.groups.span for wish in (*rules.apart, *rules.together) for code in wish}
    named |= dict.fromkeys(workshop.deliver.print.large_print, workshop.span)
    for code, span in named.items():
        if code not in known:
            yield error("PPL115", f"nobody in the list has the code {code}", span, hint="`emmbuild groups` shows the codes")


CHECK = WorkshopCheck(
    "PPL115",
    Severity.ERROR,
    "the recipe names a participant who is not in the list",
    """Wishes (apart, together) and large print name people by their code. A code that nobody has is a slip, or somebody who does not come any more.""",
    bad=Edit((("facilitators_per_group: 2", "facilitators_per_group: 2\n  allocate: {apart: [[p001, p099]]}"),)),
    find=find,
    gate="build",
)
