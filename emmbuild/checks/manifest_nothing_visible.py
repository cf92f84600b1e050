"""No item of the package is visible."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER218",
    Severity.ERROR,
    "no item of the package is visible",
    """The LMS shows an empty menu, and a learner has nothing to open.""",
    bad=changed('identifierref="page">', 'identifierref="page" isvisible="false">'),
    good=GOOD,
)
