"""A comma, semicolon or question mark is the Latin one in a text of the Arabic script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_LATIN = re.compile(r"(?<=[\u0620-\u06d3])[,;?]")
_RIGHT = {",": "،", ";": "؛", "?": "؟"}


def judge(pair: Pair) -> Iterator[str]:
    if "arabic-marks" in pair.language.habits and (found := _LATIN.search(pair.target)):
        near = pair.target[max(0, found.start() - 12) : found.end()]
        yield f"write {_RIGHT[found[0]]} at “{near}”"


CHECK = Check(
    "TRQ217",
    Severity.WARNING,
    "a mark is the Latin one in a text of the Arabic script",
    """The Latin comma, semicolon and question mark face the wrong way and take a Latin font in the middle of the line.""",
    bad=Example(pairs=("ar", (("Wages, rights", "الأجور, الحقوق"),))),
    good=Example(pairs=("ar", (("Wages, rights", "الأجور، الحقوق"),))),
    judge=judge,
)
