"""A supplement is not in the library."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RCP113",
    Severity.ERROR,
    "a supplement is not in the library",
    """A supplement such as region/mena is a set of loose blocks, one or more for each section: `region/mena/2.6`.""",
    bad=Edit((("{use: emm/2.6, depth: brief,", "{use: emm/2.6, supplements: [region/atlantis], depth: brief,"),)),
)
