"""Two facilitators work together twice."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.model import Rota
from emmbuild.workshop.rota import faults
from emmbuild.workshop.rota_reasons import ways
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck
from emmbuild.workshop.staffing import Rules


def find(scene: Scene) -> Iterator[Diagnostic]:
    workshop = scene.workshop
    if not isinstance(scene.rota, Rota):
        return
    again = [fault for fault in faults(workshop, scene.rota) if fault.key == "people.rota-pair-twice"]
    missing = [one.id for one in workshop.team if one.absent]
    hint = " Or: ".join(scene.say(way) for way in ways(workshop, missing, Rules())) if again else ""
    for fault in again:
        yield warning("ROT102", scene.say(fault), workshop.groups.span, hint=hint or "find one more facilitator")


CHECK = WorkshopCheck(
    "ROT102",
    Severity.WARNING,
    "two facilitators work together twice",
    """Where facilitators rotate, each break-out should bring a new pair: groups meet other styles, and facilitators learn from each
other. With too few people there is no such rota; the ways out were tried.""",
    bad=Edit((('{id: elsa, langs: [en], sections: ["2.6", "3.12"]}', "{id: elsa, langs: [en], absent: true}"),)),
    find=find,
)
