"""A key is given twice."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "YML105",
    Severity.ERROR,
    "a key is given twice",
    """YAML programs silently keep only the last one; which one the author meant, nobody knows.""",
    bad=Example(front="summary: One.\nsummary: Two."),
    good=Example(front="summary: One."),
)
