"""A translation is in the wrong script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair


def judge(pair: Pair) -> Iterator[str]:
    habits, target = pair.language.habits, pair.target
    if "no-cyrillic" in habits and (found := re.findall("[\u0400-\u04ff]+", target)):
        yield f"Cyrillic letters: {found[0]}"
    if "persian-letters" in habits and (found := re.findall("\\w*[\u064a\u0643\u0649]\\w*", target)):
        yield f"Arabic ye or kaf instead of the Farsi letters: {found[0]}"
    if "own-script" in habits and not pair.wordless and len(pair.source.split()) > 3:
        own = "\u0600-\u06ff" if pair.language.script == "Arab" else "\uac00-\ud7a3"
        if not re.search(f"[{own}]", target):
            yield "no letter of the language's own script"


CHECK = Check(
    "TRQ106",
    Severity.ERROR,
    "a translation is in the wrong script",
    """Bosnian here is in Latin letters, Farsi has its own ye and kaf, and a long text without one letter of its language was
not translated.""",
    bad=Example(pairs=("fa", (("The book", "كتاب علي"),))),
    good=Example(pairs=("fa", (("The book", "کتاب علی"),))),
    judge=judge,
)
