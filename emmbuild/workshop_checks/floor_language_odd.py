"""A session is spoken in a language that its leader or the workshop does not speak."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    workshop = scene.workshop
    for session in workshop.sessions:
        if not session.floor:
            continue
        if session.floor not in workshop.languages.working:
            message = f"{session.id} is spoken in {session.floor}, which is no working language"
            yield warning("WLG106", message, session.where("floor"), hint="use " + ", ".join(workshop.languages.working))
        for name in session.by:
            one = workshop.facilitator(name)
            if one and session.floor not in one.langs:
                message = f"{session.id} is spoken in {session.floor}, which {one.shown} does not speak"
                yield warning("WLG106", message, session.where("by"), hint="choose another facilitator or floor language")


CHECK = WorkshopCheck(
    "WLG106",
    Severity.WARNING,
    "a session is spoken in a language that its leader or the workshop does not speak",
    """The floor language is what is spoken from the front; everybody who leads the session must speak it, and the booths must know it.""",
    bad=Edit(
        (
            (
                "id: sort, kind: activity, min: 30, practises: [3.12.O1], by: [dalia]",
                "id: sort, kind: activity, min: 30, practises: [3.12.O1], by: [dalia], floor: fr",
            ),
        )
    ),
    find=find,
)
