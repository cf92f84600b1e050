"""A package has a link instead of a file."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, LINK, with_file
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER111",
    Severity.ERROR,
    "a package has a link instead of a file",
    """A link may lead anywhere on the server that unpacks it; careful servers refuse the package.""",
    bad=with_file("media/link", b"/etc", LINK),
    good=GOOD,
)
