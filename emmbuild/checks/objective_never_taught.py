"""An objective is never taught."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.checks._coverage import unserved
from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.nodes import Heading
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for objective in unserved(subject, Heading):
        yield warning(
            "OBJ201",
            f"objective {objective.meta.id} is never taught",
            objective.text.span,
            hint='add objectives="…" to the heading that explains it',
        )


CHECK = Check(
    "OBJ201",
    Severity.WARNING,
    "an objective is never taught",
    """What is promised must be explained somewhere: at least one heading names the objective.""",
    bad=Example(
        body="""\
:::{objectives}
- {#9.9.O1 bloom=understand} **Explain** why people move.
:::

# Why people move {#why}

Text.
"""
    ),
    good=Example(
        body="""\
:::{objectives}
- {#9.9.O1 bloom=understand} **Explain** why people move.
:::

# Why people move {#why objectives="9.9.O1"}

Text.
"""
    ),
    find=find,
)
