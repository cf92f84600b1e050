"""A name differs from the file in capital letters."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER211",
    Severity.ERROR,
    "a name differs from the file in capital letters",
    """It works on the author's computer. Servers tell capital letters apart: the import passes, learners get error
404.""",
    bad=changed('<file href="api.js"/>', '<file href="API.js"/>'),
    good=GOOD,
)
