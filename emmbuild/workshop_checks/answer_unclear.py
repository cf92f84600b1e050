"""An answer in the list is neither yes nor no."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL113",
    Severity.WARNING,
    "an answer in the list is neither yes nor no",
    """A step-free room or large print is promised or not; a misunderstood answer is noticed on the first day. Until it is cleared, people count as needing a step-free room.""",
    bad=Edit(people=(("f,9,no,yes", "f,9,no,perhaps"),)),
)
