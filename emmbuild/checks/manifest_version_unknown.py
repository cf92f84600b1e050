"""The manifest does not say which SCORM it is."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, changed
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER204",
    Severity.ERROR,
    "the manifest does not say which SCORM it is",
    """LMSs choose the way to talk to a package by its schemaversion and namespace. Open edX takes everything but
exactly 1.2 for SCORM 2004.""",
    bad=changed("<schemaversion>1.2</schemaversion>", "<schemaversion>1.3</schemaversion>"),
    good=GOOD,
)
