"""The mastery score is out of range."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER216",
    Severity.ERROR,
    "the mastery score is out of range",
    """SCORM 1.2 counts from 0 to 100, SCORM 2004 from -1 to 1, cmi5 from 0 to 1. Mixed up, everybody passes or
nobody can.""",
    bad=changed("<adlcp:masteryscore>80<", "<adlcp:masteryscore>800<"),
    good=GOOD,
)
