"""A file name has a backslash."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, with_file
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER106",
    Severity.ERROR,
    "a file name has a backslash",
    """Zip files divide folders with /. With a backslash, servers on Linux make one file with an odd name, and the
page is not found.""",
    bad=with_file("media\\extra.html"),
    good=GOOD,
)
