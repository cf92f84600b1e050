"""The list is in an old code page."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL111",
    Severity.WARNING,
    "the list is in an old code page",
    """Such a file does not say which letters its bytes mean; they were guessed. Names can come out wrong, on name cards and certificates of all places.""",
    bad=Edit(people=(("Dov Elmar", "Dov Élmar"),), encoding="cp1252", says="Dov Élmar, saved as CSV in Windows-1252"),
)
