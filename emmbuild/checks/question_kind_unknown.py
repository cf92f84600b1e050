"""There is no question of this kind."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "QST105",
    Severity.ERROR,
    "there is no question of this kind",
    """The kind decides how the question is shown, answered and scored.""",
    bad=Example(
        exercises="""\
:::{question} choice {#9.9.Q1}
Which is a border post?

- [x] A gate — *Right.*
- [ ] A tree — *No.*
:::
"""
    ),
    good=Example(
        exercises="""\
:::{question} single {#9.9.Q1}
Which is a border post?

- [x] A gate — *Right.*
- [ ] A tree — *No.*
:::
"""
    ),
)
