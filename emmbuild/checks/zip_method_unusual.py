"""A file is locked or packed in an unusual way."""

from __future__ import annotations

import zipfile

from emmbuild.checks._packages import GOOD, example, files, zipped
from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check

CHECK = Check(
    "VER110",
    Severity.ERROR,
    "a file is locked or packed in an unusual way",
    """LMSs unpack stored and deflated files without a password, and nothing else.""",
    bad=example("files packed with bzip2", zipped({"extra.html": b"A"} | files(), method=zipfile.ZIP_BZIP2)),
    good=GOOD,
)
