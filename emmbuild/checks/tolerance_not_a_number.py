"""A tolerance is not a number."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "QST106",
    Severity.ERROR,
    "a tolerance is not a number",
    """The tolerance says how far from the answer a number may be and still be right.""",
    bad=Example(
        exercises="""\
:::{question} numeric {#9.9.Q1}
:answer: 2006
:tolerance: some
:correct: Right.
:incorrect: Look again.
In which year?
:::
"""
    ),
    good=Example(
        exercises="""\
:::{question} numeric {#9.9.Q1}
:answer: 2006
:tolerance: 1
:correct: Right.
:incorrect: Look again.
In which year?
:::
"""
    ),
)
