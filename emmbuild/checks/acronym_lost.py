"""An acronym is lost in translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_IN_BRACKETS = re.compile(r"\(([A-Z]{2,6})\)")
_ANYWHERE = re.compile(r"(?<![\w-])[A-Z]{2,6}(?![\w-])")
_SAID = re.compile(r"(?<!\w)[A-Z]{2,6}(?!\w)")  # in translations with endings: MOR-a
_CITED = re.compile(r"\[@[^\]]*\]|`[^`]*`")
_SHOUTED = {"DO", "NOT", "SAY", "AND", "OR", "ASK"}  # words of the facilitator's notes


def judge(pair: Pair) -> Iterator[str]:
    lost = [name for name in _IN_BRACKETS.findall(pair.source) if name not in pair.target]
    if lost and not re.search(r"\([^)]+\)|（", pair.target):
        yield ", ".join(lost)
        return
    if pair.language.script == "Latn":  # other scripts write the name out
        known = _SHOUTED | {term.source for term in pair.terms}  # TRQ202 looks after those
        named = [name for name in _ANYWHERE.findall(_CITED.sub("", pair.source)) if name not in known]
        if named and not _SAID.search(_CITED.sub("", pair.target)):
            yield ", ".join(named)


CHECK = Check(
    "TRQ210",
    Severity.WARNING,
    "an acronym is lost in translation",
    """Participants meet the acronym again on slides and in law. Another acronym of the language (OIM for IOM) is fine.""",
    bad=Example(pairs=("fr", (("The Office (ILO) decides", "Le Bureau décide"),))),
    good=Example(pairs=("fr", (("The Office (ILO) decides", "Le Bureau (OIT) décide"),))),
    judge=judge,
)
