"""An answer has no feedback."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.nodes import Question
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for node in walk.nodes(subject.everything):
        if isinstance(node, Question) and not node.form:
            for option in node.options if node.kind != "ordering" else ():
                if not option.feedback:
                    message = f"option {option.id} of {node.meta.id} has no feedback"
                    yield warning("QST103", message, option.text.span, hint="add a dash and words in italics: — *Why.*")
            if node.kind in ("fill-in", "numeric") and not (node.correct_feedback and node.incorrect_feedback):
                message = f"question {node.meta.id} has no feedback for right and wrong answers"
                yield warning("QST103", message, node.meta.span, hint="add lines :correct: … and :incorrect: …")


CHECK = Check(
    "QST103",
    Severity.WARNING,
    "an answer has no feedback",
    """Feedback is where a self-study learner learns: why the answer is right, or what was mixed up.""",
    bad=Example(
        exercises="""\
:::{question} single {#9.9.Q1}
Which is a border post?

- [x] A gate — *Right.*
- [ ] A tree
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
