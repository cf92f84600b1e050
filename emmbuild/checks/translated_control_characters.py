"""A translation holds characters that no one should type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_WRONG = re.compile("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069\ufb50-\ufdff\ufe70-\ufefc\ufeff\ufffd]")


def judge(pair: Pair) -> Iterator[str]:
    found = sorted(set(_WRONG.findall(pair.target)) - set(pair.source))
    if found:
        yield " ".join(f"U+{ord(char):04X} {unicodedata.name(char, 'control')}" for char in found)


CHECK = Check(
    "TRQ105",
    Severity.ERROR,
    "a translation holds characters that no one should type",
    """Direction overrides, presentation forms and broken characters look right on one screen and wrong on the next. The tool
sets the direction itself.""",
    bad=Example(pairs=("ar", (("Text", "\u202eنص\u202c"),))),
    good=Example(pairs=("ar", (("Text", "نص"),))),
    judge=judge,
)
