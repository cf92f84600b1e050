"""A translation has another address than its source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s)>\]]+")


def judge(pair: Pair) -> Iterator[str]:
    wanted, got = sorted(_ADDRESS.findall(pair.source)), sorted(_ADDRESS.findall(pair.target))
    if wanted != got:
        yield f"{' '.join(wanted) or 'none'} became {' '.join(got) or 'none'}"


CHECK = Check(
    "TRQ103",
    Severity.ERROR,
    "a translation has another address than its source",
    """A link that was mistyped leads nowhere, and nobody notices before the course.""",
    bad=Example(pairs=("fr", (("See [the site](https://example.org/a).", "Voir [le site](https://example.org/b)."),))),
    good=Example(pairs=("fr", (("See [the site](https://example.org/a).", "Voir [le site](https://example.org/a)."),))),
    judge=judge,
)
