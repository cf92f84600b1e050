"""A value in the front matter is not of the right form."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "YML104",
    Severity.ERROR,
    "a value in the front matter is not of the right form",
    """Other parts rely on the form: a version is three numbers, a date is year-month-day, minutes are whole numbers.""",
    bad=Example(front="version: 1.0"),
    good=Example(front="version: 1.0.0"),
)
