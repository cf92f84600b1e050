"""The page numbers of a document never come to rest."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "PDF104",
    Severity.ERROR,
    "the page numbers of a document never come to rest",
    """Page numbers are counted, written into the document, and counted again until they agree. A number that needs one
digit more can push a line to the next page and so change itself; after five rounds we say so rather than print a wrong number.""",
    bad=Example(files={"/.engine": b"", "/.restless": b""}),
    good=Example(body="Text.\n"),
)
