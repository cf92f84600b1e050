"""A workshop uses a section that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    content = scene.workshop.content
    named = [(chosen.section, chosen.span) for chosen in content.sections]
    named += [(name, work.span) for work in (content.prework, content.followup) for name in work.sections]
    named += [(one.section, one.where("section")) for one in scene.workshop.sessions if one.section]
    for name, span in dict(named).items():
        if name not in scene.shelf.sections:
            known = name in scene.shelf.titles
            message = f"section {name} is {'planned, but not written yet' if known else 'not in the library'}"
            yield error("RCP109", message, span, hint="`emmbuild list sections` shows what there is")


CHECK = WorkshopCheck(
    "RCP109",
    Severity.ERROR,
    "a workshop uses a section that is not there",
    """A section that the library does not have, or that nobody has written yet, can be neither taught nor printed.""",
    bad=Edit((("prework: {sections: [emm/1.1]", "prework: {sections: [emm/1.99]"),)),
    find=find,
    gate="build",
)
