"""A file is too large."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "SRC104",
    Severity.ERROR,
    "a file is too large",
    """Text over 4 million bytes or a picture over 30 million bytes is a mistake or an attack; no section needs them.""",
    bad=Example(files={"section.md": b"---\n" + b"x" * 4_000_001}),
    good=Example(body="A short text.\n"),
)
