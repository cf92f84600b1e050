"""What people thought: shares of agreement with their n, and how sure they felt before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from emmbuild.workshop.results.model import Known, Reply

AGREES = ("4", "5")


@dataclass(frozen=True, slots=True)
class Opinion:
    """Answers to one question with choices. `agree`: per cent that chose one of the upper two of five (scales only)."""

    name: str
    n: int
    counts: dict[str, int]
    agree: float | None = None
    mean: float | None = None


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure people were of one objective: share of the upper two steps, before and after, and both n."""

    name: str
    before: float | None
    before_n: int
    after: float | None
    after_n: int


def opinions(replies: Sequence[Reply], asked: Sequence[Known]) -> tuple[Opinion, ...]:
    """One for each question with choices that anybody answered."""
    found = []
    for known in asked:
        if known.kind not in ("scale", "one", "many"):
            continue
        given = [part for reply in replies for part in reply.answers.get(known.name, "").split()]
        people = sum(bool(reply.answers.get(known.name)) for reply in replies)
        if not people:
            continue
        counts = Counter(given)
        numbers = [int(part) for part in given if part.isdigit()] if known.kind == "scale" else []
        agree = 100 * sum(counts[step] for step in AGREES) / people if known.kind == "scale" else None
        found.append(Opinion(known.name, people, dict(sorted(counts.items())), agree, fmean(numbers) if numbers else None))
    return tuple(found)


def sureness(replies: Sequence[Reply], asked: Sequence[Known]) -> tuple[Sure, ...]:
    """Before and after for each objective that the evaluation names."""
    by = {opinion.name: opinion for opinion in opinions(replies, asked)}
    names = [known.name.removeprefix("before_") for known in asked if known.name.startswith("before_")]
    found = []
    for name in names:
        before, after = by.get(f"before_{name}"), by.get(f"after_{name}")
        if before or after:
            found.append(
                Sure(
                    name,
                    before.agree if before else None,
                    before.n if before else 0,
                    after.agree if after else None,
                    after.n if after else 0,
                )
            )
    return tuple(found)


def words(replies: Sequence[Reply], asked: Sequence[Known]) -> dict[str, tuple[str, ...]]:
    """Open question → what was written, in the order of the alphabet: nobody can be told by the order of the sheets."""
    found = {}
    for known in asked:
        if known.kind == "long" and (said := sorted({reply.answers.get(known.name, "") for reply in replies} - {""})):
            found[known.name] = tuple(said)
    return found
