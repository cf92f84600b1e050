"""Two columns of the list have the same header."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL110",
    Severity.ERROR,
    "two columns of the list have the same header",
    """Nobody can tell which one counts.""",
    bad=Edit(people=(("gender,experience", "gender,gender"),)),
)
