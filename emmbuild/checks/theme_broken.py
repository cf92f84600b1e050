"""A theme is not there or lacks something."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "THM101",
    Severity.ERROR,
    "a theme is not there or lacks something",
    """Every format asks the theme for colours by role and fonts by script; a missing one would show wrongly
somewhere.""",
    bad=Example(files={"/themes/broken/theme.yaml": b'name: Broken\ncolours: {primary: "#000000"}\n'}),
    good=Example(body="Text.\n"),
)
