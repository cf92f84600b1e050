"""An id has characters that other formats refuse."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "IDS103",
    Severity.ERROR,
    "an id has characters that other formats refuse",
    """Ids become file names, XML names and LMS records; letters, digits, full stops and hyphens are safe everywhere.""",
    bad=Example(
        body="""\
# Why people move {#why,move}

Text.
"""
    ),
    good=Example(
        body="""\
# Why people move {#why-move}

Text.
"""
    ),
)
