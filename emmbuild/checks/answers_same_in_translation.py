"""Two answers of a question read the same in translation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example, Fault
from emmbuild.core.translation import Pair

_OPTION = re.compile("[a-z]")


def compare(pairs: Sequence[Pair]) -> Iterator[Fault]:
    seen: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        question, _, option = pair.id.rpartition(".")
        if not question or not _OPTION.fullmatch(option):
            continue
        twin = seen.setdefault((question, pair.target.casefold().strip()), pair)
        if twin.source.casefold().strip() != pair.source.casefold().strip():
            yield pair, f"the same words as answer {twin.id.rpartition('.')[2]}: {pair.target}"


CHECK = Check(
    "TRQ108",
    Severity.ERROR,
    "two answers of a question read the same in translation",
    """A learner cannot choose between two equal answers, and one of them counts as wrong.""",
    bad=Example(pairs=("fr", (("Wages", "Salaire"), ("Pay scales", "Salaire")))),
    good=Example(pairs=("fr", (("Wages", "Salaire"), ("Pay scales", "Grille des salaires")))),
    compare=compare,
)
