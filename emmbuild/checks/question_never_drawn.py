"""A question is never drawn into the section."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.nodes import Question
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for node in subject.loose:
        if isinstance(node, Question) and not node.form:
            hint = f"add {node.meta.id} to a :::{{knowledge-check}} line"
            yield warning("QST107", f"question {node.meta.id} is never asked", node.meta.span, hint=hint)


CHECK = Check(
    "QST107",
    Severity.WARNING,
    "a question is never drawn into the section",
    """A question that no knowledge check names is written, translated and never asked.""",
    bad=Example(
        exercises="""\
:::{question} single {#9.9.Q1}
Which is a border post?

- [x] A gate — *Right.*
- [ ] A tree — *No.*
:::
"""
    ),
    good=Example(
        body="""\
:::{knowledge-check} 9.9.Q1
:::
""",
        exercises="""\
:::{question} single {#9.9.Q1}
Which is a border post?

- [x] A gate — *Right.*
- [ ] A tree — *No.*
:::
""",
    ),
    find=find,
)
