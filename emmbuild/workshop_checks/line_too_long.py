"""A line of the list has more cells than there are columns."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL112",
    Severity.ERROR,
    "a line of the list has more cells than there are columns",
    """Usually a comma in a cell without quotation marks: everything behind it would slip by one column.""",
    bad=Edit(people=(("p004,Dov Elmar,en,Tamarra,Border,", "p004,Dov Elmar,en,Tamarra,Border,Customs,"),)),
)
