"""A recipe has another id than its folder."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RCP108",
    Severity.ERROR,
    "a recipe has another id than its folder",
    """The id is in every file name, footer and manifest; the folder is how people find it. They must be one.""",
    bad=Edit((("id: sample\n", "id: sample-two\n"),)),
)
