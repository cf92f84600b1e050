"""Two spaces stand in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair


def judge(pair: Pair) -> Iterator[str]:
    if re.search(r"\S  +\S", pair.target) and "  " not in pair.source:
        yield "two spaces in a row"


CHECK = Check(
    "TRQ209",
    Severity.WARNING,
    "two spaces stand in a row",
    """They show in justified text and on slides, and make equal texts look different to tools.""",
    bad=Example(pairs=("fr", (("Two words", "Deux  mots"),))),
    good=Example(pairs=("fr", (("Two words", "Deux mots"),))),
    judge=judge,
)
