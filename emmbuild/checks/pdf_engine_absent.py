"""There is no LibreOffice to make PDF files."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "PDF101",
    Severity.ERROR,
    "there is no LibreOffice to make PDF files",
    """A PDF is a Word file laid out on pages, and LibreOffice does that. Without it no PDF is written; Word files,
decks, web pages and packages need nothing and are complete.""",
    bad=Example(files={"/.engine": b""}),
    good=Example(body="Text.\n"),
)
