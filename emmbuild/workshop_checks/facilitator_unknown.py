"""A session is led by somebody who is not in the team."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    known = [one.id for one in scene.workshop.team]
    for session in scene.workshop.sessions:
        for name in session.by:
            if name not in known:
                near = get_close_matches(name, known, 1)
                hint = f"did you mean {near[0]}?" if near else "the team is " + ", ".join(known)
                yield error(
                    "STF101", f"{session.id} is led by {name!r}, who is not in the team", session.where("by"), hint=hint
                )


CHECK = WorkshopCheck(
    "STF101",
    Severity.ERROR,
    "a session is led by somebody who is not in the team",
    """Run sheet, rota and personal packs are made for the people under `team:`.""",
    bad=Edit((("by: [bruno]", "by: [brunno]"),)),
    find=find,
    gate="build",
)
