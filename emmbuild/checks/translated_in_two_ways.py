"""The same source is translated in two ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example, Fault
from emmbuild.core.translation import Pair


def compare(pairs: Sequence[Pair]) -> Iterator[Fault]:
    first: dict[str, Pair] = {}
    for pair in pairs:
        twin = first.setdefault(pair.source, pair)
        if twin.target != pair.target and len(pair.source.split()) > 2:
            yield pair, f"“{twin.target[:60]}” in {twin.id}, “{pair.target[:60]}” here"


CHECK = Check(
    "TRQ213",
    Severity.WARNING,
    "the same source is translated in two ways",
    """In one section equal texts should read equally, unless their places ask for different words.""",
    bad=Example(pairs=("fr", (("Step by step", "Pas à pas"), ("Step by step", "Étape par étape")))),
    good=Example(pairs=("fr", (("Step by step", "Pas à pas"), ("Step by step", "Pas à pas")))),
    compare=compare,
)
