"""A line of the list has no name."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL103",
    Severity.ERROR,
    "a line of the list has no name",
    """Everybody gets a name card, a place and a certificate; a line without a name is a slip or a rest of an old list.""",
    bad=Edit(people=(("p004,Dov Elmar,", "p004,,"),)),
)
