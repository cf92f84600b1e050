"""The YAML cannot be read."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "YML101",
    Severity.ERROR,
    "the YAML cannot be read",
    """Front matter is YAML. A missing quotation mark, a tab or a wrong indent makes all of it unreadable.""",
    bad=Example(front='title: "Migration and Labour'),
    good=Example(front='title: "Migration and Labour"'),
)
