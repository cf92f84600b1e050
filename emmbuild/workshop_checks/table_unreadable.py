"""A file of results cannot be read as a table."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "TAB101",
    Severity.ERROR,
    "a file of results cannot be read as a table",
    """Results come as CSV, from any Excel, or as .xlsx without a password.""",
    bad=Edit(results={"results/pre.csv": "\ufffe\x00code\x00"}),
    good=Edit(results={"results/pre.csv": "code,form,2.6.TA1\np001,A,a\n"}),
)
