"""A question has no id."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "IDS104",
    Severity.ERROR,
    "a question has no id",
    """The LMS stores each learner's answer under the question's id.""",
    bad=Example(
        exercises="""\
:::{question} true-false 
People move for one reason only.

- [ ] true — *No: reasons mix.*
- [x] false — *Right: reasons mix.*
:::
"""
    ),
    good=Example(
        exercises="""\
:::{question} true-false {#9.9.Q1}
People move for one reason only.

- [ ] true — *No: reasons mix.*
- [x] false — *Right: reasons mix.*
:::
"""
    ),
)
