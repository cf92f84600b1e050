"""A file name has characters that some LMSs garble."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, with_file
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER109",
    Severity.WARNING,
    "a file name has characters that some LMSs garble",
    """Zip files have carried names in many encodings. Servers that guess wrong do not find the file.""",
    bad=with_file("m\u00e9dia/page.html"),
    good=GOOD,
)
