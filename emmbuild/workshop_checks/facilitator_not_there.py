"""A session is led by somebody who is not there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck
from emmbuild.workshop.standing_in import able, there


def find(scene: Scene) -> Iterator[Diagnostic]:
    workshop = scene.workshop
    for session in workshop.sessions:
        for name in session.by:
            one = workshop.facilitator(name)
            if one is None or there(one, session):
                continue
            others = ", ".join(other.id for other in islice(able(workshop, session), 4))
            why = "is absent" if one.absent else f"is not there on day {session.day}"
            hint = f"could take it: {others}" if others else "move the session or find somebody else"
            yield error("STF104", f"{session.id} is led by {name}, who {why}", session.where("by"), hint=hint)


CHECK = WorkshopCheck(
    "STF104",
    Severity.ERROR,
    "a session is led by somebody who is not there",
    """Absent people (`absent: true`) and those who come on other days only (`days: [2]`) cannot lead it. `emmbuild rota
--without NAME --write` finds somebody for the sessions too.""",
    bad=Edit(
        (
            (
                '{id: dalia, langs: [en], sections: ["3.12"]}',
                '{id: dalia, langs: [en], sections: ["3.12"]}\n  - {id: finn, langs: [en], days: [2]}',
            ),
            ("by: [bruno]", "by: [finn]"),
        )
    ),
    find=find,
    gate="build",
)
