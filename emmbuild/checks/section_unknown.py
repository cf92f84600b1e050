"""A section is named that the library does not have."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.blocks.interlinkages import Interlinkage
from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    front = subject.section.front
    named = [
        (name, front.spans.get(key, front.span))
        for key in ("prerequisites", "interlinkages")
        for name in getattr(front, key)
    ]
    for node in walk.nodes(subject.section.blocks):
        if isinstance(node, Interlinkage):
            named.append((node.section, node.item.meta.span))
    for name, span in named:
        if subject.library.volume_of(name) is None:
            what = f"the library has no section {name}" if name else "this interlinkage names no section"
            yield error("LNK102", what, span, hint="`emmbuild list sections` shows them; write {section=2.3}")


CHECK = Check(
    "LNK102",
    Severity.ERROR,
    "a section is named that the library does not have",
    """Prerequisites and interlinkages lead readers to other sections; the id must be one of the library's.""",
    bad=Example(front='interlinkages: ["9.77"]'),
    good=Example(front='interlinkages: ["9.8"]'),
    find=find,
)
