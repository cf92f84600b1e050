"""Nothing in the package can be started."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER214",
    Severity.ERROR,
    "nothing in the package can be started",
    """An LMS needs one resource with an address (SCORM) or one assignable unit (cmi5).""",
    bad=changed(' href="index.html">', ">"),
    good=GOOD,
)
