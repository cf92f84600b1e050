"""A question in a package cannot be marked."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "PKG103",
    Severity.ERROR,
    "a question in a package cannot be marked",
    """The player marks answers itself; without a key it cannot, and no learner could pass.""",
    bad=Example(
        body="""\
:::{knowledge-check} 9.9.Q1
:::
""",
        exercises="""\
:::{question} single {#9.9.Q1}
Which?

- [ ] A gate — *No.*
- [ ] A tree — *No.*
:::
""",
    ),
    good=Example(
        body="""\
:::{knowledge-check} 9.9.Q1
:::
""",
        exercises="""\
:::{question} single {#9.9.Q1}
Which?

- [x] A gate — *Right.*
- [ ] A tree — *No.*
:::
""",
    ),
)
