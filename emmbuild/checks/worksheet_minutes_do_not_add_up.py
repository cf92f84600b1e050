"""A worksheet's steps do not add up to its minutes."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.blocks.worksheet import Worksheet
from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for node in walk.nodes(subject.everything):
        if isinstance(node, Worksheet) and node.steps:
            short, long = sum(step.meta.minutes for step in node.steps), sum(step.long for step in node.steps)
            for name, said, added in (("minutes", node.meta.minutes, short), ("long", node.long, long)):
                if said != added:
                    yield error(
                        "TIM101",
                        f"the worksheet says {name}={said}, its steps add up to {added}",
                        node.meta.span,
                        hint=f"write {name}={added}, or change the steps",
                    )


CHECK = Check(
    "TIM101",
    Severity.ERROR,
    "a worksheet's steps do not add up to its minutes",
    """Groups work by the clock. When steps and total differ, either the break or the report is lost.""",
    bad=Example(
        exercises="""\
::::{worksheet} Draft an agreement {#9.9.W1 minutes=45}
:::{purpose}
A draft.
:::
:::{steps}
- {minutes=20} Read.
- {minutes=40} Write.
:::
:::{report-back}
Three sentences.
:::
::::
"""
    ),
    good=Example(
        exercises="""\
::::{worksheet} Draft an agreement {#9.9.W1 minutes=60}
:::{purpose}
A draft.
:::
:::{steps}
- {minutes=20} Read.
- {minutes=40} Write.
:::
:::{report-back}
Three sentences.
:::
::::
"""
    ),
    find=find,
)
