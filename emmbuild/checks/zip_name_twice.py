"""Two files of a package have the same name."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, with_file
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER108",
    Severity.ERROR,
    "two files of a package have the same name",
    """Which of them is served depends on the server; names that differ in capital letters only are one file on many
servers.""",
    bad=with_file("Index.html"),
    good=GOOD,
)
