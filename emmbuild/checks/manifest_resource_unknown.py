"""An item leads to a resource that is not there."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER209",
    Severity.ERROR,
    "an item leads to a resource that is not there",
    """The learner clicks the item and nothing opens.""",
    bad=changed('identifierref="page"', 'identifierref="pag"'),
    good=GOOD,
)
