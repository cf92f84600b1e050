"""No font has the letters of a language."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "PDF103",
    Severity.ERROR,
    "no font on this machine has the letters of the language",
    """LibreOffice would print empty boxes, and nobody would see it before the paper is in the room. Fonts that look
alike are taken without a word; a language without any font stops the PDF.""",
    bad=Example(files={"/.engine": b"#!/bin/sh\nexit 1\n", "/.fonts": b"#!/bin/sh\nexit 0\n"}),
    good=Example(body="Text.\n"),
)
