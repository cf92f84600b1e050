"""Text does not fit on a slide."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "DCK101",
    Severity.ERROR,
    "text does not fit on a slide",
    """Slides are measured before they are written: spacing is tightened, letters become a little smaller, then the
slide is divided between its blocks. One block that is taller than a whole slide cannot be divided; a room
could not read it either.""",
    bad=Example(body=":::{slide} Why people move\n- " + "one more reason why people move " * 60 + "\n:::\n"),
    good=Example(
        body="""\
:::{slide} Why people move
- Wages differ; networks help
:::
"""
    ),
)
