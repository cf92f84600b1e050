"""A translation holds line ends or marks that a tool left behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_MERGE = re.compile(r"<{7}|>{7}|={7}")
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5}|#x[0-9a-f]{2,5});|[⟦⟧]|<(?:/?g|x|bx|ex|bpt|ept|ph)\b[^>]*>", re.IGNORECASE)


def judge(pair: Pair) -> Iterator[str]:
    if _MERGE.search(pair.target):
        yield "marks of a merge conflict"
    if not pair.target.strip():
        yield "nothing but white space"
        return
    if odd := set(_ENTITY.findall(pair.target)) - set(_ENTITY.findall(pair.source)):
        yield f"codes of another program: {' '.join(sorted(odd))}"
    for end in ("start", "end"):
        ours, theirs = (text[:1] if end == "start" else text[-1:] for text in (pair.target, pair.source))
        if ours.isspace() and not theirs.isspace():
            yield f"white space at the {end}"


CHECK = Check(
    "TRQ107",
    Severity.ERROR,
    "a translation holds line ends or marks that a tool left behind",
    """Marks of a merge conflict, blank lines at the ends, entities such as &nbsp; and brackets of a pseudo-language come
from tools, and would be shown to participants.""",
    bad=Example(pairs=("fr", (("Text", "<<<<<<< HEAD Texte"),))),
    good=Example(pairs=("fr", (("Text", "Texte"),))),
    judge=judge,
)
