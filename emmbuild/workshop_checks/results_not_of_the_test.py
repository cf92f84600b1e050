"""A file of answers has no column that is a question of the test."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RES102",
    Severity.WARNING,
    "a file of answers has no column that is a question of the test",
    """Columns are called by the items (2.6.TA1), Q1, Q2 and so on, or as Moodle and Kobo export them. With other names the answers would be counted as empty.""",
    bad=Edit(results={"results/pre.csv": "code,colour\np001,blue\np002,red\n"}),
    good=Edit(results={"results/pre.csv": "code,form,2.6.TA1\np001,A,a\np002,A,b\n"}),
)
