"""An attendance list has no codes or no half-days."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RES103",
    Severity.WARNING,
    "an attendance list has no codes or no half-days",
    """It needs a column code and one for each half-day, as the sheet that the build makes has them; otherwise nobody was there.""",
    bad=Edit(results={"results/attendance.csv": "who,when\nAda,always\n"}),
    good=Edit(results={"results/attendance.csv": "code,day1_am,day1_pm,day2_am,day2_pm\np001,yes,yes,yes,no\n"}),
)
