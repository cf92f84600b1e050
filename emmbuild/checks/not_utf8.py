"""The file is not UTF-8."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "SRC101",
    Severity.ERROR,
    "the file is not UTF-8",
    """Seven languages only fit into one file when it is UTF-8. A file in an old encoding would show wrong letters in
every output.""",
    bad=Example(files={"section.md": '---\nid: "9.9"\ntitle: Migraci\u00f3n\n---\n'.encode("latin-1")}),
    good=Example(body="Migración y trabajo.\n"),
)
