"""A translation has other bold, italic or link marks than its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_CODE = re.compile(r"`[^`]*`|\]\([^)]*\)|\\.")
_STARS = re.compile(r"(?<!\*)(\*\*|\*)(?!\*)")


def _slack(text: str) -> str:
    """The words at the first mark that Markdown would not take for one: it stands against a space, or between a
    bracket or full stop and a letter ("**(a)**b")."""
    plain = _CODE.sub(lambda found: "x" * len(found[0]), text)
    opened: set[str] = set()
    for star in _STARS.finditer(plain):
        before, after = plain[: star.start()][-1:] or " ", plain[star.end() :][:1] or " "
        outer, inner = (after, before) if star[1] in opened else (before, after)
        opened ^= {star[1]}
        if inner.isspace() or (not inner.isalnum() and inner not in "*_" and outer.isalnum()):
            return text[max(0, star.start() - 12) : star.end() + 12]
    return ""


def judge(pair: Pair) -> Iterator[str]:
    for mark, name in (("**", "bold"), ("](", "link")):
        wanted, got = pair.source.count(mark), pair.target.count(mark)
        if wanted != got:
            yield f"{name} marks: {wanted} in the source, {got} in the translation"
    if pair.source.replace("**", "").count("*") != pair.target.replace("**", "").count("*"):
        yield "italic marks differ"
    elif (loose := _slack(pair.target)) and not _slack(pair.source):
        yield f"a star would be shown as a star at “{loose}”: no space inside the stars, and a space outside a bracket"


CHECK = Check(
    "TRQ102",
    Severity.ERROR,
    "a translation has other bold, italic or link marks than its source",
    """The bold verb of an objective, or a link, carries meaning; a star without its partner, or with a space on its
inner side, is shown as a star.""",
    bad=Example(pairs=("fr", (("**Explain** two reasons.", "**Expliquer deux raisons."),))),
    good=Example(pairs=("fr", (("**Explain** two reasons.", "**Expliquer** deux raisons."),))),
    judge=judge,
)
