"""A half-space after می or نمی is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_APART = re.compile(r"(?<!\w)ن?می \w+")


def judge(pair: Pair) -> Iterator[str]:
    if "half-space" in pair.language.habits and (found := _APART.search(pair.target)):
        yield f"a full space in “{found[0]}”"


CHECK = Check(
    "TRQ205",
    Severity.WARNING,
    "a half-space after می or نمی is missing",
    """Farsi joins the prefix to its verb by a half-space (ZWNJ); a full space lets the line break inside the word.""",
    bad=Example(pairs=("fa", (("They go", "آنها می روند"),))),
    good=Example(pairs=("fa", (("They go", "آنها می\u200cروند"),))),
    judge=judge,
)
