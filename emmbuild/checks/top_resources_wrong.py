"""The best resources are not numbered one to five."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.blocks.resources import Resources
from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for node in walk.nodes(subject.section.blocks):
        if isinstance(node, Resources):
            tops = sorted(resource.top for resource in node.items if resource.top)
            if tops != list(range(1, len(tops) + 1)) or len(tops) > 5:
                yield warning(
                    "RES101", f"the best resources are numbered {tops}", node.meta.span, hint="number them 1 to 5"
                )


CHECK = Check(
    "RES101",
    Severity.WARNING,
    "the best resources are not numbered one to five",
    """"Top 5" is a promise: at most five, each number once, beginning with one.""",
    bad=Example(
        body="""\
:::{resources}
- {top=1} [@sample2004] Good.
- {top=1} [@sample2004] Better.
:::
"""
    ),
    good=Example(
        body="""\
:::{resources}
- {top=1} [@sample2004] Good.
:::
"""
    ),
    find=find,
)
