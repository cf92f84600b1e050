"""A section's parts do not add up to its full minutes."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.blocks.case_study import CaseStudy
from emmbuild.blocks.practical_application import PracticalApplication
from emmbuild.blocks.worksheet import Worksheet
from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.nodes import Heading, Question
from emmbuild.core.subject import Check, Example, Subject

CHECK_MINUTES = 10


def find(subject: Subject) -> Iterator[Diagnostic]:
    front = subject.section.front
    said = front.minutes.get("full", 0)
    nodes = list(walk.nodes(subject.section.blocks))
    timed = (CaseStudy, PracticalApplication, Worksheet)
    added = sum(node.meta.minutes for node in subject.section.blocks if isinstance(node, Heading) and node.level == 1)
    added += sum(node.meta.minutes for node in nodes if isinstance(node, timed))
    added += CHECK_MINUTES if any(isinstance(node, Question) for node in nodes) else 0
    if said and added and abs(said - added) > said / 10:
        message = f"the front matter says {said} minutes, the parts add up to {added}"
        yield warning("TIM103", message, front.spans.get("minutes", front.span), hint="correct one of them")


CHECK = Check(
    "TIM103",
    Severity.WARNING,
    "a section's parts do not add up to its full minutes",
    """An agenda is made from these figures. The full version is the sum of the topics, cases, applications and
worksheets, and ten minutes for the knowledge check; a difference of more than a tenth is reported.""",
    bad=Example(
        front="minutes: {brief: 30, core: 60, full: 120}",
        body="""\
# Why people move {#why minutes=15}

Text.
""",
    ),
    good=Example(
        front="minutes: {brief: 10, core: 15, full: 15}",
        body="""\
# Why people move {#why minutes=15}

Text.
""",
    ),
    find=find,
)
