"""A package is no zip file."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, example, files, zipped
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER101",
    Severity.ERROR,
    "a package is no zip file",
    """An LMS takes a zip and nothing else. Mail programs, browsers and cloud drives sometimes cut a download, or
unpack it and pack it again in another way.""",
    bad=example("a file that was cut after some bytes", zipped(files())[:300]),
    good=GOOD,
)
