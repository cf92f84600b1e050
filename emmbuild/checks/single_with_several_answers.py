"""A question with one answer has several."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.core.nodes import Question
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for node in walk.nodes(subject.everything):
        if isinstance(node, Question) and node.kind in ("single", "true-false"):
            right = sum(option.correct for option in node.options)
            if right > 1:
                message = f"question {node.meta.id} has {right} right answers but lets learners choose one"
                yield error("QST102", message, node.meta.span, hint="make it {question} multiple, or mark one only")


CHECK = Check(
    "QST102",
    Severity.ERROR,
    "a question with one answer has several",
    """In a single-choice or true-false question only one option can be chosen, so only one can be right.""",
    bad=Example(
        exercises="""\
:::{question} single {#9.9.Q1}
Which is a border post?

- [x] A gate — *Right.*
- [x] A tree — *No.*
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
