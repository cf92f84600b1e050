"""A facilitator note takes longer than its topic."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.nodes import Heading, Notes
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    topic: Heading | None = None
    for node in subject.section.blocks:
        if isinstance(node, Heading) and node.level == 1:
            topic = node
        elif isinstance(node, Notes) and topic and topic.meta.minutes and node.meta.minutes > topic.meta.minutes:
            message = f"the note takes {node.meta.minutes} minutes, its topic has {topic.meta.minutes}"
            yield warning("TIM102", message, node.meta.span, hint="shorten the note or give the topic more time")


CHECK = Check(
    "TIM102",
    Severity.WARNING,
    "a facilitator note takes longer than its topic",
    """A note's minutes are part of its topic's minutes; more than all of them cannot be kept.""",
    bad=Example(
        body="""\
# Why people move {#why minutes=5}

:::{facilitator} {minutes=10}
SAY hello.
:::
"""
    ),
    good=Example(
        body="""\
# Why people move {#why minutes=15}

:::{facilitator} {minutes=10}
SAY hello.
:::
"""
    ),
    find=find,
)
