"""Unpacking would fill the server."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, with_file
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER107",
    Severity.ERROR,
    "unpacking would fill the server",
    """A small zip can hold files that fill a disk. Servers refuse it, or fall over.""",
    bad=with_file("media/zeros.bin", bytes(25_000_000)),
    good=GOOD,
)
