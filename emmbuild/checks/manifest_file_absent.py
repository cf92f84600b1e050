"""A listed file is not in the package."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER212",
    Severity.ERROR,
    "a listed file is not in the package",
    """LMSs that check the list refuse the package; with others a picture or a script is missing.""",
    bad=changed('<file href="api.js"/>', '<file href="apis.js"/>'),
    good=GOOD,
)
