"""The page to start is not in the package."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD_UNIT, unit
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER210",
    Severity.ERROR,
    "the page to start is not in the package",
    """The import passes and every learner gets an empty frame.""",
    bad=unit("<url>index.html", "<url>start.html"),
    good=GOOD_UNIT,
)
