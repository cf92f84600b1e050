"""A translation has other numbers than its source."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_SKIP = re.compile(r"https?://\S+|`[^`]*`|\[@[^\]]*\]|\[\^[^\]]*\]")
_NUMBER = re.compile(r"\d+(?:[.,\u066b\u066c\u00a0\u202f ]\d{3})*(?:[.,\u066b]\d+)?")
_SEPARATOR = re.compile(r"\D(\d*)")


def numbers(text: str, decimal: str = ".") -> Counter[str]:
    """Numbers in Latin digits, thousands together, decimals after a full stop; what belongs to an address, code or
    reference is left out. `decimal`: the sign before decimals in the language of the text."""
    plain = _SKIP.sub(" ", "".join(str(unicodedata.decimal(char, char)) for char in text))

    def joined(part: re.Match[str]) -> str:
        thousands = part[0][0] != decimal and len(part[1]) == 3
        return part[1] if thousands else f".{part[1]}"

    return Counter(_SEPARATOR.sub(joined, found) for found in _NUMBER.findall(plain))


def judge(pair: Pair) -> Iterator[str]:
    before, after = numbers(pair.source), numbers(pair.target, pair.language.formats.numbers.decimal)
    if re.search("[0-9][만억천]", pair.target):  # 168 million is 1억 6800만
        return
    lost = [n for n in (before - after) if len(n) > 1 or n in after]
    added = [n for n in (after - before) if len(n) > 1]
    if lost or added:
        yield "; ".join(
            part for part in (lost and f"{', '.join(lost)} is lost", added and f"{', '.join(added)} is new") if part
        )


CHECK = Check(
    "TRQ104",
    Severity.ERROR,
    "a translation has other numbers than its source",
    """A wrong year, article or sum is the worst kind of mistake: it reads well. Digits of every script are compared; small
numbers may be written as words.""",
    bad=Example(pairs=("fa", (("Article 13 of 1990", "مادهٔ ۱۴ سال ۱۹۹۰"),))),
    good=Example(pairs=("fa", (("Article 13 of 1990", "مادهٔ ۱۳ سال ۱۹۹۰"),))),
    judge=judge,
)
