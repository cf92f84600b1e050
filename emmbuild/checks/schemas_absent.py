"""The SCORM schema files are not here."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "PKG104",
    Severity.NOTE,
    "the SCORM schema files are not here",
    """Some systems want the schema files that a package names to stand in it. They belong to the standards'
publishers and are fetched once by tools/fetch-schemas; without them packages name none, which every system
seen accepts.""",
    bad=Example(files={"/.no-schemas": b""}),
    good=Example(body="Text.\n"),
)
