"""A recipe has a key that nothing reads."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RCP101",
    Severity.ERROR,
    "a recipe has a key that nothing reads",
    """A misspelt key is silently the same as none: the room would have no step-free door, the break no minutes. The message names the nearest known key.""",
    bad=Edit((("{label: Plenary, seats: 30,", "{label: Plenary, seets: 30,"),)),
)
