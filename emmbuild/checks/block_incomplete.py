"""A block lacks what makes it one."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "FNC104",
    Severity.ERROR,
    "a block lacks what makes it one",
    """Objectives are a list, a definition names a term, a captioned table holds a table: without it there is nothing
to show.""",
    bad=Example(
        body="""\
:::{definition}
Money sent home.
:::
"""
    ),
    good=Example(
        body="""\
:::{definition} remittances
Money sent home.
:::
"""
    ),
)
