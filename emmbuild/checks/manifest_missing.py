"""A package has no manifest."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, example, files, zipped
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER103",
    Severity.ERROR,
    "a package has no manifest",
    """Without imsmanifest.xml (SCORM) or cmi5.xml an LMS does not know what to start; some take the zip for a plain
file without a word.""",
    bad=example("index.html and api.js only", zipped(files(None))),
    good=GOOD,
)
