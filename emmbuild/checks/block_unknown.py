"""There is no block of this name."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "FNC102",
    Severity.ERROR,
    "there is no block of this name",
    """The name after the colons says what the block is; an unknown one cannot be shown in any format.""",
    bad=Example(
        body="""\
:::{key-mesages}
- Plan before you count.
:::
"""
    ),
    good=Example(
        body="""\
:::{key-messages}
- Plan before you count.
:::
"""
    ),
)
