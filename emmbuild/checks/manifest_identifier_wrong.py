"""An identifier is not a name."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER208",
    Severity.ERROR,
    "an identifier is not a name",
    """Identifiers begin with a letter and hold letters, digits, hyphens, points and underscores; LMSs that check
refuse others.""",
    bad=changed('<item identifier="item"', '<item identifier="1 item"'),
    good=GOOD,
)
