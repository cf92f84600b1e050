"""An id is given twice."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, Span, error
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    seen: dict[str, Span] = {}
    for node in walk.nodes(subject.everything):
        name, span = node.meta.id, node.meta.span
        if name and seen.setdefault(name, span) != span:
            yield error("IDS101", f"the id {name} is given twice", span, hint=f"the first stands at {seen[name]}")


CHECK = Check(
    "IDS101",
    Severity.ERROR,
    "an id is given twice",
    """Translations, learners' answers and references hang on ids; two things with one id overwrite each other.""",
    bad=Example(
        body="""\
:::{key-messages}
- {#9.9.M1} Plan.
- {#9.9.M1} Count.
:::
"""
    ),
    good=Example(
        body="""\
:::{key-messages}
- {#9.9.M1} Plan.
- {#9.9.M2} Count.
:::
"""
    ),
    find=find,
)
