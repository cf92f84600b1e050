"""A translation lost or changed a reference or placeholder."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_MARK = re.compile(r"\[@[^\],]+|\[\^[^\]]+\]|\{\w+\}|\{\{[^}]*\}\}|`[^`]+`")


def judge(pair: Pair) -> Iterator[str]:
    before, after = Counter(_MARK.findall(pair.source)), Counter(_MARK.findall(pair.target))
    if before != after:
        lost, added = " ".join((before - after).elements()), " ".join((after - before).elements())
        yield ", ".join(part for part in (lost and f"lost {lost}", added and f"added {added}") if part)


CHECK = Check(
    "TRQ101",
    Severity.ERROR,
    "a translation lost or changed a reference or placeholder",
    """Citations, footnote marks, {words in braces} and code are not language. Without them a source is lost, or the tool
shows a brace to the room.""",
    bad=Example(pairs=("fr", (("As the law says [@ilo2006].", "Comme le dit la loi."),))),
    good=Example(pairs=("fr", (("As the law says [@ilo2006].", "Comme le dit la loi [@ilo2006]."),))),
    judge=judge,
)
