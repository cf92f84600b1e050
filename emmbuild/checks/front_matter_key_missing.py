"""The front matter lacks something."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "YML103",
    Severity.ERROR,
    "the front matter lacks something",
    """Title pages, agendas, packages and translation files need these facts; none of them can be guessed.""",
    bad=Example(front="-version"),
    good=Example(front="version: 1.0.0"),
)
