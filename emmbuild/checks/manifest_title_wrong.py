"""A title is missing or too long."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER217",
    Severity.ERROR,
    "a title is missing or too long",
    """Open edX falls over an item without a title; Moodle's import dies with a database error over 255 characters.""",
    bad=changed("<title>A sample</title>", "<title>" + "word " * 60 + "</title>"),
    good=GOOD,
)
