"""An objective has no id."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.blocks.objectives import Objective
from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for node in walk.nodes(subject.section.blocks):
        if isinstance(node, Objective) and not node.meta.id:
            hint = f"begin it with {{#{subject.section.id}.O1}}"
            yield error("OBJ101", "this objective has no id", node.text.span, hint=hint)


CHECK = Check(
    "OBJ101",
    Severity.ERROR,
    "an objective has no id",
    """Headings, exercises, questions, learners' results and reports refer to objectives by id. An id given later
cannot be found in old results.""",
    bad=Example(
        body="""\
:::{objectives}
- {bloom=understand} **Explain** why people move.
:::
"""
    ),
    good=Example(
        body="""\
:::{objectives}
- {#9.9.O1 bloom=understand} **Explain** why people move.
:::
"""
    ),
    find=find,
)
