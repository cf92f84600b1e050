"""An exercise is drawn in that is not there."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "IDS102",
    Severity.ERROR,
    "an exercise is drawn in that is not there",
    """Exercises live in the section's folder in exercises/ and are found by id.""",
    bad=Example(
        body="""\
:::{knowledge-check} 9.9.Q9
:::
"""
    ),
    good=Example(
        body="""\
:::{knowledge-check} 9.9.Q1
:::
""",
        exercises="""\
:::{question} true-false {#9.9.Q1}
People move for one reason only.

- [ ] true — *No: reasons mix.*
- [x] false — *Right: reasons mix.*
:::
""",
    ),
)
