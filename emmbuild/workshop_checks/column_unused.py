"""A column of the list is not used, and may be meant to be."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL108",
    Severity.WARNING,
    "a column of the list is not used, and may be meant to be",
    """A misspelt header makes a column invisible: groups are then not mixed by it, and needs for access are not met.""",
    bad=Edit(people=(("experience", "experiance"),)),
)
