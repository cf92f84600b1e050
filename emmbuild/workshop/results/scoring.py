"""Tests: which answers are right, what was gained for each objective, how hard and how telling each item is.

Shares are per cent. A question left open counts as wrong; an item that nobody was given counts for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, pstdev

from emmbuild.core.figures import number_of
from emmbuild.workshop.results.model import MOMENTS, Field, Item, Sitting

FEWEST = 5  # a group smaller than this is not shown apart: its members could be told
ENOUGH = 10  # answers from which the discrimination of an item says anything


@dataclass(frozen=True, slots=True)
class Score:
    """A marked test. `right`: item id → whether it was answered rightly; `points` of `most`."""

    sitting: Sitting
    right: dict[str, bool]
    points: int
    most: int

    @property
    def share(self) -> float:
        return 100 * self.points / self.most if self.most else 0.0


@dataclass(frozen=True, slots=True)
class Gain:
    """Means before and after, with the number of tests each rests on; `matched` people took both.

    `gained` is the mean of their differences, in percentage points. None = no test.
    """

    name: str
    before: float | None
    before_n: int
    after: float | None
    after_n: int
    gained: float | None
    matched: int


@dataclass(frozen=True, slots=True)
class ItemFacts:
    """`difficulty`: share of right answers (easy items have a high one). `discrimination`: correlation of the item with
    the rest of the test, from −1 to 1; None where fewer than 10 answered or all answered alike."""

    item: Item
    answered: int
    difficulty: float
    discrimination: float | None


def mark(sitting: Sitting, items: Sequence[Item]) -> Score:
    mine = [item for item in items if item.form == sitting.form]
    right = {item.id: all(_right(field, sitting.answers.get(field.name, "")) for field in item.fields) for item in mine}
    points = sum(item.points for item in mine if right[item.id])
    return Score(sitting, right, points, sum(item.points for item in mine))


def _right(field: Field, answer: str) -> bool:
    if not answer:
        return False
    match field.kind:
        case "choices":
            return set(answer.split()) == set(field.right)
        case "rank":
            return tuple(answer.split()) == field.right
        case "number":
            given, wanted = number_of(answer), number_of(field.right[0]) if field.right else None
            return given is not None and wanted is not None and abs(given - wanted) <= field.tolerance + 1e-9
        case _:
            return answer in field.right


def gains(scores: Sequence[Score], items: Sequence[Item]) -> tuple[Gain, ...]:
    """The whole test (name ""), then each objective in the order of the items."""
    objectives = dict.fromkeys(name for item in items for name in item.objectives)
    found = [_gain("", scores, lambda score: score.share)]
    for objective in objectives:
        ids = {item.id for item in items if objective in item.objectives}
        found.append(_gain(objective, scores, lambda score, ids=ids: _of(score, ids)))  # type: ignore[misc]
    return tuple(found)


def _of(score: Score, ids: set[str]) -> float | None:
    mine = [right for name, right in score.right.items() if name in ids]
    return 100 * sum(mine) / len(mine) if mine else None


def _gain(name: str, scores: Sequence[Score], value: Callable[[Score], float | None]) -> Gain:
    by: dict[str, dict[str, float]] = {moment: {} for moment in MOMENTS}
    single: dict[str, list[float]] = {moment: [] for moment in MOMENTS}
    for score in scores:
        if (share := value(score)) is not None:
            single[score.sitting.moment].append(share)
            if score.sitting.code:
                by[score.sitting.moment][score.sitting.code] = share
    before, after = single["pre"], single["post"]
    both = sorted(by["pre"].keys() & by["post"].keys())
    gained = fmean(by["post"][code] - by["pre"][code] for code in both) if both else None
    return Gain(name, _mean(before), len(before), _mean(after), len(after), gained, len(both))


def _mean(values: Sequence[float]) -> float | None:
    return fmean(values) if values else None


def item_facts(scores: Sequence[Score], items: Sequence[Item]) -> tuple[ItemFacts, ...]:
    found = []
    for item in items:
        taken = [score for score in scores if item.id in score.right]
        if not taken:
            continue
        ones = [float(score.right[item.id]) for score in taken]
        rest = [score.points - item.points * score.right[item.id] for score in taken]
        found.append(ItemFacts(item, len(taken), 100 * fmean(ones), _correlation(ones, rest)))
    return tuple(found)


def _correlation(ones: Sequence[float], rest: Sequence[float]) -> float | None:
    if len(ones) < ENOUGH or pstdev(ones) == 0 or pstdev(rest) == 0:
        return None
    middle, other = fmean(ones), fmean(rest)
    together = fmean((a - middle) * (b - other) for a, b in zip(ones, rest, strict=True))
    return together / (pstdev(ones) * pstdev(rest))


def by_group(scores: Iterable[Score], attribute: str) -> tuple[Gain, ...]:
    """The whole test by language, gender or agency; groups of fewer than five people are put together (name "")."""
    every = [score for score in scores if score.sitting.about.get(attribute)]
    values = sorted({score.sitting.about[attribute] for score in every})
    split = {value: [score for score in every if score.sitting.about[attribute] == value] for value in values}
    large = {value: mine for value, mine in split.items() if _people(mine) >= FEWEST}
    small = [score for value, mine in split.items() if value not in large for score in mine]
    found = [_renamed(_gain("", mine, lambda score: score.share), value) for value, mine in large.items()]
    if large and _people(small) >= FEWEST:
        found.append(_gain("", small, lambda score: score.share))
    return tuple(found)


def _people(scores: Sequence[Score]) -> int:
    return max((sum(score.sitting.moment == moment for score in scores) for moment in MOMENTS), default=0)


def _renamed(gain: Gain, name: str) -> Gain:
    return Gain(name, gain.before, gain.before_n, gain.after, gain.after_n, gain.gained, gain.matched)


def passed(scores: Iterable[Score], passing: int) -> frozenset[str]:
    """Codes of those whose final test reached `passing` per cent."""
    return frozenset(
        score.sitting.code
        for score in scores
        if score.sitting.moment == "post" and score.sitting.code and score.share >= passing
    )
