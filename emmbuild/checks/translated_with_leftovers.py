"""A translation holds line ends or marks that a tool left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_MERGE = re.compile(r"<{7}|>{7}|={7}")


def judge(pair: Pair) -> Iterator[str]:
    if _MERGE.search(pair.target):
        yield "marks of a merge conflict"
    for end in ("start", "end"):
        ours, theirs = (text[:1] if end == "start" else text[-1:] for text in (pair.target, pair.source))
        if ours.isspace() and not theirs.isspace():
            yield f"white space at the {end}"


CHECK = Check(
    "TRQ107",
    Severity.ERROR,
    "a translation holds line ends or marks that a tool left behind",
    """Marks of a merge conflict and blank lines at the ends come from tools, and would be shown to participants.""",
    bad=Example(pairs=("fr", (("Text", "<<<<<<< HEAD Texte"),))),
    good=Example(pairs=("fr", (("Text", "Texte"),))),
    judge=judge,
)
