"""A question has no right answer."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.core.nodes import Question
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for node in walk.nodes(subject.everything):
        if isinstance(node, Question) and not _answered(node):
            yield error("QST101", f"question {node.meta.id} has no right answer", node.meta.span, hint=_HINTS[node.kind])


_HINTS = {
    "single": "mark it with [x]",
    "multiple": "mark each with [x]",
    "true-false": "mark it with [x]",
    "matching": "give a table with two columns",
    "ordering": "give the steps in the right order as 1. 2. 3.",
    "fill-in": "add a line :answer: word | other word",
    "numeric": "add a line :answer: 12",
}


def _answered(question: Question) -> bool:
    match question.kind:
        case "matching":
            return len(question.pairs) >= 2 and all(pair.left and pair.right for pair in question.pairs)
        case "ordering":
            return len(question.options) >= 2
        case "fill-in":
            return bool(question.answers)
        case "numeric":
            return bool(re.fullmatch(r"-?\d+(\.\d+)?", question.answers.source.strip()))
    return any(option.correct for option in question.options)


CHECK = Check(
    "QST101",
    Severity.ERROR,
    "a question has no right answer",
    """A learner could never pass, and the answer key would be empty.""",
    bad=Example(
        exercises="""\
:::{question} single {#9.9.Q1}
Which is a border post?

- [ ] A gate — *No.*
- [ ] A tree — *No.*
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
