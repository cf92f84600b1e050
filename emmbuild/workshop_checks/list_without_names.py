"""No column of the list holds the names."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL102",
    Severity.ERROR,
    "no column of the list holds the names",
    """The columns are known by their headers, in any language that has a pack. Where a list has other headers the recipe names them under `audience: columns:`.""",
    bad=Edit(people=(("code,name,", "code,who,"),)),
)
