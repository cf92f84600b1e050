"""A section needs another one that participants have not had before."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.model import Workshop
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    workshop = scene.workshop
    for chosen in workshop.content.sections:
        facts = scene.shelf.sections.get(chosen.section)
        for needed in facts.prerequisites if facts else ():
            if needed in workshop.content.prework.sections or _before(workshop, needed, chosen.section):
                continue
            yield warning(
                "COV106",
                f"section {chosen.section} builds on section {needed}, which is neither taught before it nor pre-work",
                chosen.span,
                hint=f"add it to `content`: prework: {{sections: [emm/{needed}]}}",
            )


def _before(workshop: Workshop, needed: str, section: str) -> bool:
    """Whether the needed section comes first on the agenda."""
    order = [session.section for session in workshop.sessions if session.section]
    return needed in order and (section not in order or order.index(needed) < order.index(section))


CHECK = WorkshopCheck(
    "COV106",
    Severity.WARNING,
    "a section needs another one that participants have not had before",
    """Sections name those that they build on (`prerequisites`). Who comes without them sits through words that nobody has
explained. Pre-work costs no time of the workshop.""",
    bad=Edit((("prework: {sections: [emm/1.1]", "prework: {sections: [emm/1.2]"),)),
    find=find,
)
