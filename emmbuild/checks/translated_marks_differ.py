"""A translation has other bold, italic or link marks than its source."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair


def judge(pair: Pair) -> Iterator[str]:
    for mark, name in (("**", "bold"), ("](", "link")):
        wanted, got = pair.source.count(mark), pair.target.count(mark)
        if wanted != got:
            yield f"{name} marks: {wanted} in the source, {got} in the translation"
    if pair.source.replace("**", "").count("*") != pair.target.replace("**", "").count("*"):
        yield "italic marks differ"


CHECK = Check(
    "TRQ102",
    Severity.ERROR,
    "a translation has other bold, italic or link marks than its source",
    """The bold verb of an objective, or a link, carries meaning; a star without its partner is shown as a star.""",
    bad=Example(pairs=("fr", (("**Explain** two reasons.", "**Expliquer deux raisons."),))),
    good=Example(pairs=("fr", (("**Explain** two reasons.", "**Expliquer** deux raisons."),))),
    judge=judge,
)
