"""A work is described twice, and differently."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "CIT104",
    Severity.ERROR,
    "a work is described twice, and differently",
    """One key is one work; two descriptions would give two entries in two workbooks.""",
    bad=Example(
        files={"/modules/bibliography/more.yaml": b'sample2004: {author: Somebody, title: Another, year: "2004"}\n'}
    ),
    good=Example(
        files={"/modules/bibliography/more.yaml": b'other2004: {author: Somebody, title: Another, year: "2004"}\n'}
    ),
)
