"""A block is never closed."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "FNC101",
    Severity.ERROR,
    "a block is never closed",
    """Without its closing line a block swallows the rest of the section.""",
    bad=Example(
        body="""\
:::{key-messages}
- {#9.9.M1} Plan before you count.
"""
    ),
    good=Example(
        body="""\
:::{key-messages}
- {#9.9.M1} Plan before you count.
:::
"""
    ),
)
