"""A chosen section is used by no session."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    used = {session.section for session in scene.workshop.sessions}
    for chosen in scene.workshop.content.sections:
        if chosen.section not in used:
            message = f"section {chosen.section} is chosen, but no session uses it"
            hint = "give a session this section, make it pre-work, or leave it out"
            yield warning("RCP111", message, chosen.span, hint=hint)


CHECK = WorkshopCheck(
    "RCP111",
    Severity.WARNING,
    "a chosen section is used by no session",
    """It would be printed in every workbook, and nobody would speak of it.""",
    bad=Edit(
        (
            (
                "    - {use: emm/3.12, depth: brief, objectives: [3.12.O1, 3.12.O3]}\n",
                "    - {use: emm/3.12, depth: brief, objectives: [3.12.O1, 3.12.O3]}\n    - {use: emm/2.3, depth: brief, objectives: [2.3.O1]}\n",
            ),
        )
    ),
    find=find,
)
