"""A work in the bibliography lacks something."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "CIT103",
    Severity.ERROR,
    "a work in the bibliography lacks something",
    """Author, title and year are the least a reader needs to find a work.""",
    bad=Example(files={"/modules/bibliography/more.yaml": b"un1951: {author: United Nations, title: A Convention}\n"}),
    good=Example(
        files={"/modules/bibliography/more.yaml": b'un1951: {author: United Nations, title: A Convention, year: "1951"}\n'}
    ),
)
