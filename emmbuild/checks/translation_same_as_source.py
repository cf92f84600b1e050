"""A translation is the same as its source."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair


def judge(pair: Pair) -> Iterator[str]:
    words = [word for word in pair.source.split() if word.islower()]
    if pair.source == pair.target and not pair.wordless and len(words) > 1:
        yield "nothing was translated"


CHECK = Check(
    "TRQ201",
    Severity.WARNING,
    "a translation is the same as its source",
    """Often a text that was copied and forgotten. Names and acronyms may stay: texts of one or two words are not asked about.""",
    bad=Example(pairs=("fr", (("Fair recruitment in four steps", "Fair recruitment in four steps"),))),
    good=Example(pairs=("fr", (("Fair recruitment in four steps", "Un recrutement équitable en quatre étapes"),))),
    judge=judge,
)
