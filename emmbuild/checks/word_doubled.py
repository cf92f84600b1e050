"""A word stands twice in a row."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_TWICE = re.compile(r"(?<!\w)([^\W\d_]+) \1(?!\w)", re.IGNORECASE)
_MEANT = frozenset(["nous", "vous", "se"])


def judge(pair: Pair) -> Iterator[str]:
    for found in _TWICE.finditer(pair.target):
        if found[1].casefold() not in _MEANT:
            yield f"“{found[0]}”"


CHECK = Check(
    "TRQ208",
    Severity.WARNING,
    "a word stands twice in a row",
    """The mistake that eyes skip. Some languages double words on purpose (nous nous, که که): those are left alone.""",
    bad=Example(pairs=("es", (("The State decides", "El el Estado decide"),))),
    good=Example(pairs=("es", (("The State decides", "El Estado decide"),))),
    judge=judge,
)
