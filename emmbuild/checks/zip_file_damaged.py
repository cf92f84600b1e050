"""A file of a package is damaged."""

from __future__ import annotations

import zipfile

from emmbuild.checks._packages import GOOD, example, files, zipped
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER113",
    Severity.ERROR,
    "a file of a package is damaged",
    """Its checksum does not fit: the download was cut or a disk is failing. An LMS refuses it, or learners get half
a page.""",
    bad=example(
        "index.html with a byte changed on the way",
        zipped(files(), method=zipfile.ZIP_STORED).replace(b"<body>A", b"<body>B"),
    ),
    good=GOOD,
)
