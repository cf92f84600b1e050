"""A citation leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.core.subject import Check, Example, Subject
from emmbuild.core.text import Cite, inlines_of


def find(subject: Subject) -> Iterator[Diagnostic]:
    for text in walk.texts((subject.everything, subject.section.footnotes, subject.section.front)):
        for part in inlines_of(text.inlines):
            if isinstance(part, Cite) and part.key not in subject.library.works:
                at = text.span.at(max(text.source.find(f"[@{part.key}"), 0), len(part.key) + 2)
                near = get_close_matches(part.key, subject.library.works, 1)
                hint = f"did you mean {near[0]}?" if near else "add the work to modules/bibliography/"
                yield error("CIT101", f"the work {part.key!r} is not in the bibliography", at, hint=hint)


CHECK = Check(
    "CIT101",
    Severity.ERROR,
    "a citation leads nowhere",
    """A reader must be able to find the work; the bibliography is made from these keys.""",
    bad=Example(
        body="""\
People move [@nobody1999].
"""
    ),
    good=Example(
        body="""\
People move [@sample2004, para. 4].
"""
    ),
    find=find,
)
