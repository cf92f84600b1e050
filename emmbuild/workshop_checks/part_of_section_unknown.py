"""A workshop names a part of a section that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.references import unknown
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    for name, span, hint in unknown(scene):
        yield error("RCP110", f"there is no {name!r} in the library", span, hint=hint)


CHECK = WorkshopCheck(
    "RCP110",
    Severity.ERROR,
    "a workshop names a part of a section that is not there",
    """Objectives, cases, exercises and blocks are named by their ids. A wrong id would quietly leave something out.""",
    bad=Edit((("objectives: [2.6.O1, 2.6.O3, 2.6.O5]", "objectives: [2.6.O1, 2.6.O3, 2.6.O5, 2.6.O99]"),)),
    find=find,
    gate="build",
)
