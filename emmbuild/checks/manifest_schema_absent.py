"""The manifest names a schema file that is not in the package."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER206",
    Severity.WARNING,
    "the manifest names a schema file that is not in the package",
    """ADL's checker, and LMSs built on it, look for every schema that is named beside the manifest.""",
    bad=changed(
        'version="1"',
        'version="1" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd"',
    ),
    good=GOOD,
)
