"""A worksheet lacks a part."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "WRK101",
    Severity.ERROR,
    "a worksheet lacks a part",
    """A group that meets without a facilitator needs to know the purpose, the steps with their minutes, and how to
report back.""",
    bad=Example(
        exercises="""\
::::{worksheet} Draft an agreement {#9.9.W1 minutes=60}
:::{steps}
- {minutes=20} Read.
- {minutes=40} Write.
:::
:::{report-back}
Three sentences.
:::
::::
"""
    ),
    good=Example(
        exercises="""\
::::{worksheet} Draft an agreement {#9.9.W1 minutes=60}
:::{purpose}
A draft.
:::
:::{steps}
- {minutes=20} Read.
- {minutes=40} Write.
:::
:::{report-back}
Three sentences.
:::
::::
"""
    ),
)
