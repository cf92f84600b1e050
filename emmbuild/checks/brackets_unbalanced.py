"""Brackets are not balanced in a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_PLACE = re.compile(r"(?<![\w(])\(?[a-z0-9]\)")  # "(a)", "b)": an item of a list


def judge(pair: Pair) -> Iterator[str]:
    source, target = (_PLACE.sub("", text) for text in (pair.source, pair.target))
    for left, right in ("()", "[]", "«»", "“”"):
        if right == "”" and "„" in pair.target:
            continue
        gap = target.count(left) - target.count(right)
        if gap and source.count(left) == source.count(right):
            yield f"{left}{right}"


CHECK = Check(
    "TRQ211",
    Severity.WARNING,
    "brackets are not balanced in a translation",
    """One half of a bracket is a sign of a cut or a slip of the hand.""",
    bad=Example(pairs=("fr", (("The office (Geneva)", "Le bureau (Genève"),))),
    good=Example(pairs=("fr", (("The office (Geneva)", "Le bureau (Genève)"),))),
    judge=judge,
)
