"""A recipe lacks something that it cannot do without."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RCP103",
    Severity.ERROR,
    "a recipe lacks something that it cannot do without",
    """Only a few things must be typed: an id, a title, the dates, the working languages. Everything else can come from a template.""",
    bad=Edit((("  working: [en, fr]\n", ""),)),
)
