"""A heading skips a level."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.nodes import Heading
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    before = 0
    for node in subject.section.blocks:
        if isinstance(node, Heading):
            if node.level > before + 1:
                hint = f"use {'#' * (before + 1)}"
                yield warning(
                    "HDG101", f"this heading jumps from level {before} to {node.level}", node.meta.span, hint=hint
                )
            before = node.level


CHECK = Check(
    "HDG101",
    Severity.WARNING,
    "a heading skips a level",
    """Screen readers and contents pages follow the levels; from # to ### something seems to be missing. Every
section starts with #.""",
    bad=Example(
        body="""\
# Why people move {#why}

Text.

### Money

Text.
"""
    ),
    good=Example(
        body="""\
# Why people move {#why}

Text.

## Money

Text.
"""
    ),
    find=find,
)
