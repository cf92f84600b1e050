"""A translation is much longer or shorter than its source."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair

_BOUNDS = {"Hang": (0.25, 1.3), "Arab": (0.4, 1.7)}


def judge(pair: Pair) -> Iterator[str]:
    if len(pair.source) < 40 or pair.id.endswith(".answer"):
        return
    least, most = _BOUNDS.get(pair.language.script, (0.5, 2.2))
    ratio = len(pair.target) / len(pair.source)
    if not least <= ratio <= most:
        yield f"{len(pair.source)} characters became {len(pair.target)}"


CHECK = Check(
    "TRQ212",
    Severity.WARNING,
    "a translation is much longer or shorter than its source",
    """Often a part was left out, or two texts were joined. The bounds are wider than what published translations show.""",
    bad=Example(
        pairs=("fr", (("Workers move because wages, safety and prospects differ between places and times.", "Salaires."),))
    ),
    good=Example(
        pairs=(
            "fr",
            (
                (
                    "Workers move because wages, safety and prospects differ.",
                    "Les travailleurs partent parce que salaires, sécurité et perspectives diffèrent.",
                ),
            ),
        )
    ),
    judge=judge,
)
