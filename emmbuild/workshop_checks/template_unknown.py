"""A recipe is made from a template that does not exist."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RCP104",
    Severity.ERROR,
    "a recipe is made from a template that does not exist",
    """`emmbuild new workshop` lists the templates; a misspelt one would leave the agenda empty.""",
    bad=Edit((("id: sample\n", "id: sample\nfrom: regional-2-days\n"),)),
)
