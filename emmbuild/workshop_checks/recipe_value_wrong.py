"""A value in a recipe is not of its kind."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RCP102",
    Severity.ERROR,
    "a value in a recipe is not of its kind",
    """Times are written "09:00", dates 2027-04-13, minutes as whole numbers, and some keys know only certain words.""",
    bad=Edit((("id: in2, kind: input, min: 45", "id: in2, kind: input, min: three quarters"),)),
)
