"""LibreOffice could not make a PDF."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "PDF102",
    Severity.ERROR,
    "LibreOffice could not make a PDF",
    """Each file is tried twice, the second time alone. What still fails is named, and nothing half-made is left; the
other files of the run are not written either, so that a print order never misses one in silence.""",
    bad=Example(files={"/.engine": b"#!/bin/sh\nexit 1\n"}),
    good=Example(body="Text.\n"),
)
