"""The manifest begins with something else."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER203",
    Severity.ERROR,
    "the manifest begins with something else",
    """LMSs tell what a package is from the root element and its namespace.""",
    bad=changed("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://example.org/other"),
    good=GOOD,
)
