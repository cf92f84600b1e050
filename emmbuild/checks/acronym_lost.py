"""An acronym in brackets is lost in translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_ACRONYM = re.compile(r"\(([A-Z]{2,6})\)")


def judge(pair: Pair) -> Iterator[str]:
    lost = [name for name in _ACRONYM.findall(pair.source) if name not in pair.target]
    if lost and not re.search(r"\([^)]+\)|（", pair.target):
        yield ", ".join(lost)


CHECK = Check(
    "TRQ210",
    Severity.WARNING,
    "an acronym in brackets is lost in translation",
    """Participants meet the acronym again on slides and in law. Another acronym of the language (OIM for IOM) is fine.""",
    bad=Example(pairs=("fr", (("The Office (ILO) decides", "Le Bureau décide"),))),
    good=Example(pairs=("fr", (("The Office (ILO) decides", "Le Bureau (OIT) décide"),))),
    judge=judge,
)
