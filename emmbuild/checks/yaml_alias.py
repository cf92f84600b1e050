"""YAML anchors or aliases are used."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "YML106",
    Severity.ERROR,
    "YAML anchors or aliases are used",
    """A few lines of aliases can unfold into gigabytes and stop a machine. Nothing in a course needs them.""",
    bad=Example(front="audience: &x [officials]"),
    good=Example(front="audience: [officials]"),
)
