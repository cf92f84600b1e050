"""A section folder is not in the library."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "LNK101",
    Severity.ERROR,
    "a section folder is not in the library",
    """modules/library.yaml gives the volumes and the order. A section that is not listed there would silently never
be built.""",
    bad=Example(files={"/modules/9-sample/9.07-other/section.md": b'---\nid: "9.7"\n---\n'}),
    good=Example(body="Text.\n"),
)
