"""Quotation marks are straight ones."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_CODE = re.compile(r"`[^`]*`|\]\([^)]*\)|\{[^}]*\}")


def judge(pair: Pair) -> Iterator[str]:
    if '"' in _CODE.sub("", pair.target):
        one, other = pair.language.quotes
        yield f"write {one}…{other}"


CHECK = Check(
    "TRQ216",
    Severity.WARNING,
    "quotation marks are straight ones",
    """Every language has its own marks (« », “ ”, „ ”); the straight ones of the keyboard look careless in print and do not
turn round in a right-to-left text.""",
    bad=Example(pairs=("fr", (('They say "yes"', 'Ils disent "oui"'),))),
    good=Example(pairs=("fr", (('They say "yes"', "Ils disent «\u00a0oui\u00a0»"),))),
    judge=judge,
)
