"""A name has lost its letters."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL104",
    Severity.ERROR,
    "a name has lost its letters",
    """A spreadsheet that saves Arabic or Korean names in a Western code page writes question marks. They cannot be brought back: the list has to be saved again.""",
    bad=Edit(people=(("Dov Elmar", "??? ?????"),)),
)
