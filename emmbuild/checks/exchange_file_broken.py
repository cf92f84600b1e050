"""A translator's file cannot be read."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "TRX101",
    Severity.ERROR,
    "a file that came back cannot be read",
    """A sheet needs its columns ID and Translation, a Word file its table with the ID in the first column, XLIFF its
version 1.2. Nothing is taken from a file that is not understood, so nothing is lost.""",
    bad=Example(body="Text.\n", files={"i18n/back.xlsx": b"this is no workbook"}),
    good=Example(body="Text.\n"),
)
