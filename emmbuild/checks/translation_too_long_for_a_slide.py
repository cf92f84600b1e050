"""A translation is too long for a slide."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example
from emmbuild.core.translation import Pair


def judge(pair: Pair) -> Iterator[str]:
    if pair.space:
        source, target = pair.space
        if target.lines > target.good >= source.lines:
            yield f"{target.lines} lines where the source has {source.lines}; {target.good} are read at a glance"


CHECK = Check(
    "TRQ215",
    Severity.WARNING,
    "a translation is too long for a slide",
    """The source fits, the translation needs more lines than a room reads at a glance: the slide is set smaller or divided.
A shorter wording is kinder; the speaker notes hold the full one.""",
    bad=Example(
        pairs=(
            "fr",
            (
                (
                    "Who moves, and why",
                    "Quelles sont les personnes qui partent de chez elles, et quelles sont toutes les raisons qui les y poussent",
                ),
            ),
        ),
        place="Slide.title",
    ),
    good=Example(pairs=("fr", (("Who moves, and why", "Qui part, et pourquoi"),)), place="Slide.title"),
    judge=judge,
)
