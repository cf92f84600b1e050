"""A translation uses a term that the glossary forbids."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair


def judge(pair: Pair) -> Iterator[str]:
    words = pair.target.casefold()
    for term in pair.terms:
        if any(word in pair.source.casefold() for word in term.unless):
            continue
        for wrong in term.forbidden:
            if re.search(rf"(?<!\w){re.escape(wrong.casefold())}", words):
                instead = f"; write {term.allowed[0]}" if term.allowed else ""
                yield f"{wrong}{instead}"


CHECK = Check(
    "TRQ109",
    Severity.ERROR,
    "a translation uses a term that the glossary forbids",
    """Some words are wrong in law or insult people. modules/glossary.yaml says which, and what to write instead.""",
    bad=Example(pairs=("fr", (("Migrants in an irregular situation", "Les clandestins"),))),
    good=Example(pairs=("fr", (("Migrants in an irregular situation", "Les migrants en situation irrégulière"),))),
    judge=judge,
)
