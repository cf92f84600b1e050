"""A topic has no id."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.nodes import Heading
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for node in subject.section.blocks:
        if isinstance(node, Heading) and node.level == 1 and not node.meta.id:
            yield warning("HDG102", "this topic has no id", node.meta.span, hint="end the line with {#a-short-name}")


CHECK = Check(
    "HDG102",
    Severity.WARNING,
    "a topic has no id",
    """Slides, screens and learners' bookmarks are named after the topic. Without an id of its own it takes one from
its words, and a new title can lose them.""",
    bad=Example(
        body="""\
# Why people move

Text.
"""
    ),
    good=Example(
        body="""\
# Why people move {#why}

Text.
"""
    ),
    find=find,
)
