"""A recipe waives a check that does not exist."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RCP107",
    Severity.ERROR,
    "a recipe waives a check that does not exist",
    """A waiver takes the code of a check and a reason, which stays in the check report.""",
    bad=Edit((("id: sample\n", "id: sample\nchecks: {waive: [{rule: AGD999, reason: we know}]}\n"),)),
    good=Edit((("id: sample\n", "id: sample\nchecks: {waive: [{rule: AGD103, reason: we know}]}\n"),)),
)
