"""A cmi5 unit has an unknown setting."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD_UNIT, unit
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER225",
    Severity.ERROR,
    "a cmi5 unit has an unknown setting",
    """moveOn and launchMethod have fixed words; an LMS refuses the course structure with others.""",
    bad=unit('moveOn="Passed"', 'moveOn="passed"'),
    good=GOOD_UNIT,
)
