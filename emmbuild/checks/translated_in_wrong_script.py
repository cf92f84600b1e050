"""A translation is in the wrong script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_SCRIPTS = {"Arab": "\u0620-\u064a\u066e-\u06d3", "Hang": "\uac00-\ud7a3", "Cyrl": "\u0400-\u04ff", "Hebr": "\u05d0-\u05ea"}


def judge(pair: Pair) -> Iterator[str]:
    habits, target = pair.language.habits, pair.target
    if "no-cyrillic" in habits and (found := re.findall("[\u0400-\u04ff]+", target)):
        yield f"Cyrillic letters: {found[0]}"
    own = _SCRIPTS.get(pair.language.script, "")
    others = "".join(letters for letters in _SCRIPTS.values() if letters != own)
    strange = set(re.findall(f"[{others}]", target)) - set(re.findall(f"[{others}]", pair.source))
    if (own or pair.language.script == "Latn") and strange and "no-cyrillic" not in habits:
        yield f"letters of another script: {' '.join(sorted(strange)[:5])}"
    if "persian-letters" in habits and (found := re.findall("\\w*[\u064a\u0643\u0649]\\w*", target)):
        yield f"Arabic ye or kaf instead of the Farsi letters: {found[0]}"
    long = len(pair.source.split()) > 3 and not pair.wordless
    if own and long and "own-script" in habits and not re.search(f"[{own}]", target):
        yield "no letter of the language's own script"


CHECK = Check(
    "TRQ106",
    Severity.ERROR,
    "a translation is in the wrong script",
    """Bosnian here is in Latin letters, Farsi has its own ye and kaf, and a long text without one letter of its language was
not translated. A letter of a third script is a slip of the keyboard that no spelling checker shows.""",
    bad=Example(pairs=("fa", (("The book", "كتاب علي"),))),
    good=Example(pairs=("fa", (("The book", "کتاب علی"),))),
    judge=judge,
)
