"""A translation is stretched with kashida."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair


def judge(pair: Pair) -> Iterator[str]:
    if "\u0640" in pair.target:
        yield "the character U+0640 stands in the text"


CHECK = Check(
    "TRQ206",
    Severity.WARNING,
    "a translation is stretched with kashida",
    """The tatweel character breaks searching and screen readers; stretching is the renderer's work.""",
    bad=Example(pairs=("ar", (("Text", "نـــص"),))),
    good=Example(pairs=("ar", (("Text", "نص"),))),
    judge=judge,
)
