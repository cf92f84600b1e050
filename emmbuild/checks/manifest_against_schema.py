"""The manifest breaks its schema."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER205",
    Severity.WARNING,
    "the manifest breaks its schema",
    """Checkers such as ADL's, and LMSs that are built on them, compare the manifest with the published schema and
refuse what it does not allow.""",
    bad=changed("<resources>", "<resources>\n    <thing/>"),
    good=GOOD,
)
