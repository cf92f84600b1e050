"""There are not enough interpreters or booths."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    meant = scene.workshop.languages.interpretation
    plenary = scene.workshop.room("plenary")
    if meant.where.get("plenary") != "simultaneous":
        return
    if meant.per_booth < 2:
        message = f"{meant.per_booth} interpreter a booth cannot work all day"
        yield warning("WLG103", message, meant.span, hint="write interpreters_per_booth: 2")
    if plenary and plenary.booths < len(meant.pairs):
        message = f"the plenary has {plenary.booths} booths for {len(meant.pairs)} pairs of languages"
        yield warning("WLG103", message, plenary.span, hint="rent booths, choose another room, or interpret consecutively")


CHECK = WorkshopCheck(
    "WLG103",
    Severity.WARNING,
    "there are not enough interpreters or booths",
    """Simultaneous interpretation takes two people for each pair of languages, who change every half hour, and a booth for each pair in the room.""",
    bad=Edit((("booths: 1, projector: 1", "booths: 0, projector: 1"),)),
    find=find,
)
