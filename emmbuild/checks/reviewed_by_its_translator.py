"""A translation was reviewed by the person who made it."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair


def judge(pair: Pair) -> Iterator[str]:
    translator, reviewer = pair.hands
    if translator and translator == reviewer:
        yield f"{translator} did both"


_SAME = ("fr", (("Who moves", "Qui part"),))
CHECK = Check(
    "TRQ218",
    Severity.WARNING,
    "a translation was reviewed by the person who made it",
    """We do not see our own slips. `emmbuild translate import --by` and `review --by` note who did what (a role or initials),
so that the second pair of eyes is really a second one.""",
    bad=Example(
        pairs=_SAME, hands=("T1", "T1"), says="translate import fr file.xlsx --by T1; translate review fr 2.6 --by T1"
    ),
    good=Example(pairs=_SAME, hands=("T1", "R2")),
    judge=judge,
)
