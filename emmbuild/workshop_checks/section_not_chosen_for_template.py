"""A template has a place for a section that the recipe does not choose."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RCP106",
    Severity.ERROR,
    "a template has a place for a section that the recipe does not choose",
    """Sessions of a template say `pick: 1` for the first chosen section, `pick: 2` for the second. Choose as many, or leave the session out.""",
    bad=Edit((('id: in2, kind: input, min: 45, section: "3.12"', "id: in2, kind: input, min: 45, pick: 3"),)),
)
