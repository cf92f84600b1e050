"""A file name begins at the root of a disk."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, with_file
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER104",
    Severity.ERROR,
    "a file name begins at the root of a disk",
    """A careless server would write the file to that place of its own disk; a careful one refuses the package.""",
    bad=with_file("/etc/extra.html"),
    good=GOOD,
)
