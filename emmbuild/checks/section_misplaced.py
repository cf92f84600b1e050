"""A section is not where its number says."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "SRC105",
    Severity.ERROR,
    "a section is not where its number says",
    """The folder's number, the id in the front matter and the library file must agree: other sections, learners'
progress and translations hang on the id.""",
    bad=Example(front='id: "9.8"'),
    good=Example(front='id: "9.9"'),
)
