"""A workshop uses a section that is a draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    for chosen in scene.workshop.content.sections:
        facts = scene.shelf.sections.get(chosen.section)
        if facts and facts.status in ("planned", "draft"):
            message = f"section {chosen.section} has the status {facts.status}"
            yield warning("PRW102", message, chosen.span, hint="finish it, or say why it will do: waive PRW102")


def draft(scene: Scene) -> Scene:
    """The sample with its first section still a draft."""
    sections = scene.shelf.sections
    return replace(
        scene, shelf=replace(scene.shelf, sections={**sections, "2.6": replace(sections["2.6"], status="draft")})
    )


CHECK = WorkshopCheck(
    "PRW102",
    Severity.WARNING,
    "a workshop uses a section that is a draft",
    """A draft may still change or be wrong. Participants keep the workbook for years.""",
    bad=Edit(scene=draft, says="content: {sections: [{use: emm/2.6}]}   # where section 2.6 says status: draft"),
    find=find,
)
