"""There is no rota for the break-outs."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.impossible import Impossible
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    rota = scene.rota
    if isinstance(rota, Impossible):
        ways = " Or: ".join(scene.say(way) for way in rota.ways)
        for reason in rota.reasons:
            message = f"there is no rota: {scene.say(reason)}"
            yield error("ROT101", message, scene.workshop.groups.span, hint=ways or "change the groups or the team")


CHECK = WorkshopCheck(
    "ROT101",
    Severity.ERROR,
    "there is no rota for the break-outs",
    """Facilitators in each group must between them speak all its languages, and one of them must hold the section; nobody sees a group twice, and no two work together twice. The message says what is lacking; each way out was tried.""",
    bad=Edit((("{id: bruno, langs: [fr, en]", "{id: bruno, langs: [en]"),)),
    find=find,
    gate="print",
)
