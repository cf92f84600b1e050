"""A translation does not use the glossary's term."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair


def judge(pair: Pair) -> Iterator[str]:
    words = pair.target.casefold()
    for term in pair.terms:
        here = re.search(rf"(?<!\w){re.escape(term.source)}(?!\w)", pair.source)
        if here and term.allowed and not any(wanted.casefold() in words for wanted in term.allowed):
            yield f"{term.source}: {' or '.join(term.allowed)} is missing"


CHECK = Check(
    "TRQ202",
    Severity.WARNING,
    "a translation does not use the glossary's term",
    """One concept, one word: participants look terms up, and two translators may have worked on one course.""",
    bad=Example(pairs=("fr", (("The IOM office", "Le bureau de l’Agence"),))),
    good=Example(pairs=("fr", (("The IOM office", "Le bureau de l’OIM"),))),
    judge=judge,
)
