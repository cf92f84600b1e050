"""An objective is never assessed."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.checks._coverage import unserved
from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.nodes import Question
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for objective in unserved(subject, Question):
        yield warning(
            "OBJ203",
            f"objective {objective.meta.id} is never assessed",
            objective.text.span,
            hint='name it in objectives="…" of a question that the section draws in',
        )


CHECK = Check(
    "OBJ203",
    Severity.WARNING,
    "an objective is never assessed",
    """Without a question nobody knows whether the objective was reached, and the LMS has nothing to report for it.""",
    bad=Example(
        body="""\
:::{objectives}
- {#9.9.O1 bloom=understand} **Explain** why people move.
:::
"""
    ),
    good=Example(
        body="""\
:::{objectives}
- {#9.9.O1 bloom=understand} **Explain** why people move.
:::

:::{knowledge-check} 9.9.Q1
:::
""",
        exercises="""\
:::{question} true-false {#9.9.Q1 objectives="9.9.O1"}
People move for one reason only.

- [ ] true — *No: reasons mix.*
- [x] false — *Right: reasons mix.*
:::
""",
    ),
    find=find,
)
