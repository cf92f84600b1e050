"""A translation ends with another mark than its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_SAME = str.maketrans("؟？：！", "?" + "?:!")

_QUOTED = re.compile(r"[?!؟][\s\u202f]*[»”\"'][.\s]*$")  # the mark is the quotation's; where it then stands differs


def _end(text: str) -> str:
    last = text.rstrip("*_ \u200f\u200e»”\"')").translate(_SAME)[-1:]
    return last if last in "?:!" else ""


def judge(pair: Pair) -> Iterator[str]:
    if _QUOTED.search(pair.source) or _QUOTED.search(pair.target):
        return
    wanted, got = _end(pair.source), _end(pair.target)
    if wanted != got and "free-marks" not in pair.language.habits:
        yield f"the source ends with {wanted or 'no such mark'}, the translation with {got or 'no such mark'}"


CHECK = Check(
    "TRQ203",
    Severity.WARNING,
    "a translation ends with another mark than its source",
    """A question without its mark reads as a statement; a colon announces a list. Marks of other scripts count as the same;
full stops are the translator's choice in short texts.""",
    bad=Example(pairs=("ar", (("Who decides?", "من يقرر."),))),
    good=Example(pairs=("ar", (("Who decides?", "من يقرر؟"),))),
    judge=judge,
)
