"""A space before a high mark is missing or can break."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_SKIP = re.compile(r"https?://\S+|`[^`]*`|\[@[^\]]*\]|\[\^[^\]]*\]|\d:\d")
_WRONG = re.compile("[^\\s?!.:;\u00ab(/][?!;:](?=\\s|$|[*»])| [?!;:\u00bb]|\u00ab(?![\u00a0\u202f])|[^\u00a0\u202f]\u00bb")


def judge(pair: Pair) -> Iterator[str]:
    if "spaced-marks" not in pair.language.habits:
        return
    plain = _SKIP.sub("", pair.target)
    if found := _WRONG.search(plain):
        yield f"use a no-break space at “{plain[max(0, found.start() - 12) : found.end() + 3]}”"


CHECK = Check(
    "TRQ204",
    Severity.WARNING,
    "a space before a high mark is missing or can break",
    """French sets a no-break space before : ; ? ! and inside « ». With a plain space the mark can stand alone on a line.""",
    bad=Example(pairs=("fr", (("Who decides?", "Qui décide ?"),))),
    good=Example(pairs=("fr", (("Who decides?", "Qui décide\u202f?"),))),
    judge=judge,
)
