"""Two sources have the same translation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example, Fault
from emmbuild.core.translation import Pair


def compare(pairs: Sequence[Pair]) -> Iterator[Fault]:
    first: dict[str, Pair] = {}
    for pair in pairs:
        twin = first.setdefault(pair.target, pair)
        words, others = (set(p.source.casefold().split()) for p in (pair, twin))
        if len(pair.source.split()) > 3 and 2 * len(words & others) < min(len(words), len(others)):
            yield pair, f"the same words as {twin.id}"


CHECK = Check(
    "TRQ214",
    Severity.WARNING,
    "two sources have the same translation",
    """Two different texts that read the same: one was perhaps pasted into the wrong place.""",
    bad=Example(
        pairs=(
            "fr",
            (
                ("Workers need rights everywhere", "Tous ont les mêmes droits"),
                ("Employers carry the costs", "Tous ont les mêmes droits"),
            ),
        )
    ),
    good=Example(
        pairs=(
            "fr",
            (
                ("Workers need rights everywhere", "Tous ont des droits"),
                ("Employers carry the costs", "Les employeurs paient"),
            ),
        )
    ),
    compare=compare,
)
