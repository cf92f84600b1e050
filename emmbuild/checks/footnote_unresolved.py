"""A footnote mark or a footnote has no partner."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.core.subject import Check, Example, Subject
from emmbuild.core.text import FootnoteRef, inlines_of


def find(subject: Subject) -> Iterator[Diagnostic]:
    notes = {note.label: note for note in subject.section.footnotes}
    used = set()
    for text in walk.texts(subject.everything):
        for part in inlines_of(text.inlines):
            if isinstance(part, FootnoteRef):
                used.add(part.label)
                if part.label not in notes:
                    hint = f"add a line [^{part.label}]: what it says"
                    yield error("CIT102", f"there is no footnote {part.label}", text.span, hint=hint)
    for label, note in notes.items():
        if label not in used:
            yield error(
                "CIT102", f"nothing refers to the footnote {label}", note.span, hint=f"write [^{label}] or delete it"
            )


CHECK = Check(
    "CIT102",
    Severity.ERROR,
    "a footnote mark or a footnote has no partner",
    """A mark without a note shows an empty footnote; a note without a mark is never shown.""",
    bad=Example(
        body="""\
People move.[^why]
"""
    ),
    good=Example(
        body="""\
People move.[^why]

[^why]: For many reasons.
"""
    ),
    find=find,
)
