"""Puts units (a person, or people who stay together) into groups so that a sum of whole numbers gets small.

Threshold accepting: exchanges that make things a little worse are taken at first, then fewer and fewer, and at the end
only improvements, until no exchange of two units and no move of one helps. No clock and no fractions: one seed, one answer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from emmbuild.workshop.likeness import ALONE, HARD

THRESHOLDS = (4, 3, 2, 1, 0)
ROUNDS = 6  # for small workshops; large ones gain little from a second try
TRIES = 200  # exchanges tried for each unit and threshold; fewer in large workshops, whose groups have more to choose from
LARGE = 200  # units


@dataclass(frozen=True, slots=True)
class Problem:
    """Units and groups by number. `open`: the groups that a unit may be in; `alike`: what two units cost in one group;
    `fixed`: what a unit costs in a group; `speaks` and `works`: for unit and group the languages (by number) that its
    people speak there, and those that they work in, one entry a person."""

    sizes: Sequence[int]
    seats: Sequence[int]
    open: Sequence[frozenset[int]]
    alike: Sequence[Sequence[int]]
    fixed: Sequence[Sequence[int]]
    speaks: Sequence[Sequence[tuple[int, ...]]]
    works: Sequence[Sequence[tuple[int, ...]]]
    languages: int


class _State:
    """An assignment with all that is needed to judge an exchange without going through the people."""

    def __init__(self, problem: Problem, at: list[int]) -> None:
        self.problem, self.at = problem, at
        groups, units = range(len(problem.seats)), range(len(at))
        self.members = [sum(problem.sizes[unit] for unit in units if at[unit] == group) for group in groups]
        self.near = [
            [
                problem.fixed[u][g] + sum(cost for cost, where in zip(problem.alike[u], at, strict=True) if where == g)
                for u in units
            ]
            for g in groups
        ]
        self.spoken = [[0] * problem.languages for _ in groups]
        self.worked = [[0] * problem.languages for _ in groups]
        for unit, group in enumerate(at):
            self._count(unit, group, 1)
        self.alone = sum(_lonely(self.spoken[group], self.worked[group]) for group in groups)

    def _count(self, unit: int, group: int, by: int) -> None:
        for language in self.problem.speaks[unit][group]:
            self.spoken[group][language] += by
        for language in self.problem.works[unit][group]:
            self.worked[group][language] += by

    def total(self) -> int:
        problem = self.problem
        pairs = sum(self.near[group][unit] + problem.fixed[unit][group] for unit, group in enumerate(self.at))
        over = sum(max(0, have - seats) for have, seats in zip(self.members, problem.seats, strict=True))
        return pairs // 2 + ALONE * self.alone + HARD * over

    def crowding(self, one: int, other: int, more: int) -> int:
        """What it costs in seats when `more` people go from group `one` to group `other`."""
        seats, have = self.problem.seats, self.members
        before = max(0, have[one] - seats[one]) + max(0, have[other] - seats[other])
        after = max(0, have[one] - more - seats[one]) + max(0, have[other] + more - seats[other])
        return HARD * (after - before)

    def loneliness(self, group: int, out: int, into: int) -> int:
        """How many more people are alone in their language when a unit (-1: none) leaves and another one comes."""
        spoken, worked = self.spoken[group], self.worked[group]
        before = _lonely(spoken, worked)
        if out >= 0:
            self._count(out, group, -1)
        if into >= 0:
            self._count(into, group, 1)
        after = _lonely(spoken, worked)
        if into >= 0:
            self._count(into, group, -1)
        if out >= 0:
            self._count(out, group, 1)
        return after - before

    def swap(self, one: int, other: int) -> None:
        home, goal = self.at[one], self.at[other]
        for unit, group, by in ((one, home, -1), (one, goal, 1), (other, goal, -1), (other, home, 1)):
            self._count(unit, group, by)
        alike, near = self.problem.alike, self.near
        more = [new - old for new, old in zip(alike[other], alike[one], strict=True)]
        near[home] = [cost + change for cost, change in zip(near[home], more, strict=True)]
        near[goal] = [cost - change for cost, change in zip(near[goal], more, strict=True)]
        difference = self.problem.sizes[one] - self.problem.sizes[other]
        self.members[home] -= difference
        self.members[goal] += difference
        self.at[one], self.at[other] = goal, home

    def put(self, unit: int, group: int) -> None:
        old = self.at[unit]
        self._count(unit, old, -1)
        self._count(unit, group, 1)
        alike = self.problem.alike[unit]
        self.near[old] = [cost - own for cost, own in zip(self.near[old], alike, strict=True)]
        self.near[group] = [cost + own for cost, own in zip(self.near[group], alike, strict=True)]
        self.members[old] -= self.problem.sizes[unit]
        self.members[group] += self.problem.sizes[unit]
        self.at[unit] = group


def _lonely(spoken: Sequence[int], worked: Sequence[int]) -> int:
    return sum(1 for speak, work in zip(spoken, worked, strict=True) if work == 1 and speak == 1)


def search(problem: Problem, seed: int, rounds: int = 0) -> tuple[list[int], int]:
    """Each unit's group, and the sum; HARD or more breaks a hard rule. The best of `rounds` (0: as the size allows)."""
    best: tuple[list[int], int] | None = None
    for number in range(rounds or max(1, min(ROUNDS, 600 // len(problem.sizes)))):
        rng = Random(seed * 1000 + number)
        state = _State(problem, _start(problem, rng))
        tries = TRIES * min(len(problem.sizes), LARGE)
        for threshold in THRESHOLDS:
            _wander(state, rng, threshold, tries)
        while _improve(state):
            pass
        if best is None or state.total() < best[1]:
            best = list(state.at), state.total()
    assert best is not None
    return best


def _start(problem: Problem, rng: Random) -> list[int]:
    """Those with the fewest groups to choose from first, each into the emptiest of them."""
    have = [0] * len(problem.seats)
    at = [0] * len(problem.sizes)
    luck = [rng.random() for _ in problem.sizes]
    for unit in sorted(range(len(at)), key=lambda u: (len(problem.open[u]), -problem.sizes[u], luck[u])):
        room = {group: problem.seats[group] - have[group] >= problem.sizes[unit] for group in problem.open[unit]}
        at[unit] = min(sorted(problem.open[unit]), key=lambda group: (not room[group], have[group]))
        have[at[unit]] += problem.sizes[unit]
    return at


def _wander(state: _State, rng: Random, threshold: int, tries: int) -> None:
    """Random exchanges (and some moves) that cost at most `threshold` each."""
    at, near, problem = state.at, state.near, state.problem
    may, alike, sizes, random = problem.open, problem.alike, problem.sizes, rng.random
    units, groups = len(at), len(problem.seats)
    for number in range(tries):
        one = int(random() * units)
        home = at[one]
        if number % 8 == 0:
            goal = int(random() * groups)
            if goal != home and goal in may[one]:
                _move(state, one, goal, threshold)
            continue
        other = int(random() * units)
        goal = at[other]
        if home == goal:
            continue
        cost = near[goal][one] - near[home][one] + near[home][other] - near[goal][other] - 2 * alike[one][other]
        if cost - 2 * ALONE * bool(state.alone) > threshold or goal not in may[one] or home not in may[other]:
            continue
        if sizes[one] != sizes[other]:
            cost += state.crowding(home, goal, sizes[one] - sizes[other])
        _exchange(state, one, other, cost, threshold)


def _exchange(state: _State, one: int, other: int, cost: int, threshold: int) -> bool:
    home, goal = state.at[one], state.at[other]
    lonely = state.loneliness(home, one, other) + state.loneliness(goal, other, one)
    if cost + ALONE * lonely > threshold:
        return False
    state.swap(one, other)
    state.alone += lonely
    return True


def _move(state: _State, one: int, goal: int, threshold: int) -> bool:
    home = state.at[one]
    cost = state.near[goal][one] - state.near[home][one] + state.crowding(home, goal, state.problem.sizes[one])
    if cost - 2 * ALONE * bool(state.alone) > threshold:
        return False
    lonely = state.loneliness(home, one, -1) + state.loneliness(goal, -1, one)
    if cost + ALONE * lonely > threshold:
        return False
    state.put(one, goal)
    state.alone += lonely
    return True


def _improve(state: _State) -> bool:
    """Every exchange and move that helps, once around; False where there is none."""
    problem, at = state.problem, state.at
    found = False
    for one in range(len(at)):
        for goal in sorted(problem.open[one] - {at[one]}):
            found |= _move(state, one, goal, -1)
        may, alike, near = problem.open[one], problem.alike[one], state.near
        for other in range(one):
            home, goal = at[one], at[other]
            if home == goal or goal not in may or home not in problem.open[other]:
                continue
            cost = near[goal][one] - near[home][one] + near[home][other] - near[goal][other] - 2 * alike[other]
            if cost - 2 * ALONE * bool(state.alone) > -1:
                continue
            cost += state.crowding(home, goal, problem.sizes[one] - problem.sizes[other])
            found |= _exchange(state, one, other, cost, -1)
    return found
