"""A line of the run log has no time."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RES104",
    Severity.WARNING,
    "a line of the run log has no time",
    """The log says how long each session really took: minutes, or start and end like 09:00 and 09:50.""",
    bad=Edit(results={"runlog.csv": "session,minutes\nin1,long\n"}),
    good=Edit(results={"runlog.csv": "session,minutes\nin1,50\n"}),
)
