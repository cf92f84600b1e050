"""The manifest has no organization to show."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER220",
    Severity.ERROR,
    "the manifest has no organization to show",
    """The organization is the menu; without one, or with a default that is not there, nothing can be started.""",
    bad=changed('<organizations default="org">', '<organizations default="other">'),
    good=GOOD,
)
