"""A part of a theme's template cannot be used."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

THEME = b"""\
name: Broken
colours: {primary: "#0B3C5D", secondary: "#1D6A70", accent: "#9A3B1B", muted: "#5B6770", light: "#EAF1F5", ink: "#1B242B", paper: "#FFFFFF"}
fonts:
  Latn: {heading: Calibri, body: Calibri}
"""

CHECK = Check(
    "THM102",
    Severity.ERROR,
    "a part of a theme's template cannot be used",
    """Templates are the XML parts of a PowerPoint or Word file. A part that is missing or damaged would make every
file unreadable; a DOCTYPE could read files of the machine that builds.""",
    bad=Example(files={"/themes/broken/theme.yaml": THEME, "/themes/broken/deck/ppt/presentation.xml": b"<not closed>"}),
    good=Example(body="Text.\n"),
)
