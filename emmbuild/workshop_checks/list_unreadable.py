"""The list of participants cannot be read."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL101",
    Severity.ERROR,
    "the list of participants cannot be read",
    """Groups, name cards and attendance sheets are made from a CSV file with one line a person. A workbook (.xlsx) or an empty list is none.""",
    bad=Edit(people=(("code,name", "PK\x03\x04code,name"),), says="participants.csv is a workbook with another ending"),
)
