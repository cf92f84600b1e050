"""A package never calls the LMS."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, example, files, zipped
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER222",
    Severity.WARNING,
    "a package never calls the LMS",
    """No status, score or time would be stored; Open edX warns, others show "not attempted" for ever.""",
    bad=example("a page without a script that calls the LMS", zipped(files(script="1;"))),
    good=GOOD,
)
