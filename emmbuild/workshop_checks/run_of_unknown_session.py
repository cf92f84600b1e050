"""The run log names a session that the agenda does not have."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RES105",
    Severity.WARNING,
    "the run log names a session that the agenda does not have",
    """Sessions are named by their ids in workshop.yaml; a wrong id proposes no better duration.""",
    bad=Edit(results={"runlog.csv": "session,minutes\nin9,50\n"}),
    good=Edit(results={"runlog.csv": "session,minutes\nin1,50\n"}),
)
