"""A question has fewer than two options."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.core.nodes import Question
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for node in walk.nodes(subject.everything):
        if isinstance(node, Question) and node.kind in ("single", "multiple", "true-false") and len(node.options) < 2:
            yield error("QST104", f"question {node.meta.id} has fewer than two options", node.meta.span, hint="add options")


CHECK = Check(
    "QST104",
    Severity.ERROR,
    "a question has fewer than two options",
    """With one option there is nothing to choose.""",
    bad=Example(
        exercises="""\
:::{question} single {#9.9.Q1}
Which is a border post?

- [x] A gate — *Right.*
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
    find=find,
)
