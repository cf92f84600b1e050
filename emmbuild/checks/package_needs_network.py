"""A page loads something from the network."""

from __future__ import annotations

from emmbuild.checks._packages import GOOD, PAGE, example, files, zipped
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER223",
    Severity.WARNING,
    "a page loads something from the network",
    """Learners offline, behind a firewall or with a strict browser see a broken page; the other site sees who
learns.""",
    bad=example(
        '<script src="https://example.org/x.js"></script>',
        zipped(files(page=PAGE.replace("<body>", '<body><script src="https://example.org/x.js"></script>'))),
    ),
    good=GOOD,
)
