"""Something refers to an objective that is not there."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.blocks.objectives import Objective
from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    nodes = list(walk.nodes(subject.everything))
    known = {node.meta.id for node in nodes if isinstance(node, Objective)}
    for node in nodes:
        for name in node.meta.objectives:
            if name not in known:
                hint = "known: " + (", ".join(sorted(known)) or "none")
                yield error("OBJ204", f"there is no objective {name}", node.meta.span, hint=hint)


CHECK = Check(
    "OBJ204",
    Severity.ERROR,
    "something refers to an objective that is not there",
    """Coverage, reports and the LMS follow these references; one that leads nowhere hides a gap.""",
    bad=Example(
        body="""\
:::{objectives}
- {#9.9.O1 bloom=understand} **Explain** why people move.
:::

# Why people move {#why objectives="9.9.O7"}

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
