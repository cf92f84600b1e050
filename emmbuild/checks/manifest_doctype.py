"""The manifest has a DOCTYPE."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER202",
    Severity.ERROR,
    "the manifest has a DOCTYPE",
    """A DOCTYPE can make a server read its own files or go to the network, so LMSs refuse it.""",
    bad=changed("<manifest", "<!DOCTYPE manifest>\n<manifest"),
    good=GOOD,
)
