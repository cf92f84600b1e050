"""A translation does not fit its place on a slide."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair


def judge(pair: Pair) -> Iterator[str]:
    if pair.space and pair.space[1].most and pair.space[1].least > pair.space[1].most:
        yield f"{pair.space[1].least} lines at the smallest size, and there is room for {pair.space[1].most}"


_LONG = "Les travailleuses et travailleurs migrants, leurs familles, leurs employeurs et les administrations concernées "
CHECK = Check(
    "TRQ111",
    Severity.ERROR,
    "a translation does not fit its place on a slide",
    """A title cannot go on to a next slide. It is set smaller first; what does not fit even then would run off the slide,
so no deck is built. The PO file says how many letters there is room for.""",
    bad=Example(pairs=("fr", (("Who moves", (_LONG * 3).strip()),)), place="Slide.title"),
    good=Example(pairs=("fr", (("Who moves", "Qui part"),)), place="Slide.title"),
    judge=judge,
)
