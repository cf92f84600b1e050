"""A path of a package is long."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, with_file
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER112",
    Severity.WARNING,
    "a path of a package is long",
    """Servers unpack a package into a deep folder; on Windows the whole path may have 260 characters.""",
    bad=with_file("media/" + "a" * 190 + ".html"),
    good=GOOD,
)
