"""A file name leads out of the package."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, with_file
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER105",
    Severity.ERROR,
    "a file name leads out of the package",
    """Two points in a path can overwrite files of the server that unpacks it. Careful servers refuse the package.""",
    bad=with_file("../extra.html"),
    good=GOOD,
)
