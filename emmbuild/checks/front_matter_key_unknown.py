"""The front matter has a key that means nothing."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "YML102",
    Severity.WARNING,
    "the front matter has a key that means nothing",
    """A key that is not known is usually a slip of the pen (`minuts`), and what it was meant to say is lost.""",
    bad=Example(front="minuts: {core: 60}"),
    good=Example(front="minutes: {brief: 30, core: 60, full: 120}"),
)
