"""The manifest cannot be read."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER201",
    Severity.ERROR,
    "the manifest cannot be read",
    """An LMS reads the manifest as XML and stops at the first mistake.""",
    bad=changed("</organizations>", "</organization>"),
    good=GOOD,
)
