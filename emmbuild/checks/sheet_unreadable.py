"""A file is no filled worksheet."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "COL101",
    Severity.ERROR,
    "a file cannot be collected",
    """`emmbuild collect` reads worksheets that were made by emmbuild and filled in with Word or LibreOffice. Each field
has a name that both programs keep. A photograph, a PDF, an old .doc or a sheet typed anew has none; a damaged file
cannot be read. The other files are collected all the same.""",
    bad=Example(files={"/filled/sheet.docx": b"not a Word file"}),
    good=Example(body="Text.\n"),
)
