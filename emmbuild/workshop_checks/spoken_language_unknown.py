"""A language in the list is not known."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL114",
    Severity.WARNING,
    "a language in the list is not known",
    """Languages are written as codes (ar, fr) or by name in any language that has a pack. One that is not understood is left out.""",
    bad=Edit(people=(("p002,Bo Castel,en,", 'p002,Bo Castel,"en, Klingon",'),)),
)
