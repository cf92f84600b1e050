"""The manifest leads out of the package."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER215",
    Severity.WARNING,
    "the manifest leads out of the package",
    """ADL's checker stops there. Where the address is on another site, the course cannot reach the LMS either.""",
    bad=changed('<file href="api.js"/>', '<file href="https://example.org/api.js"/>'),
    good=GOOD,
)
