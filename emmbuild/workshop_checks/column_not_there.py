"""The recipe names a column that the list does not have."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL109",
    Severity.ERROR,
    "the recipe names a column that the list does not have",
    """The list was changed, or the header is spelt in another way.""",
    bad=Edit((("participants: participants.csv}", "participants: participants.csv, columns: {name: Delegate}}"),)),
)
