"""ScormType is spelled for the other SCORM."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER221",
    Severity.ERROR,
    "scormType is spelled for the other SCORM",
    """SCORM 1.2 says scormtype, SCORM 2004 says scormType. Spelled wrongly, the page is no SCO and nothing is
stored.""",
    bad=changed("adlcp:scormtype", "adlcp:scormType"),
    good=GOOD,
)
