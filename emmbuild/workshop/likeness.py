"""What makes a distribution of people uneven, as whole numbers that a search can make small.

Two people of one country (agency, gender …) in the same group cost the weight of that attribute. From the sum is taken
what cannot be helped: five compatriots in four groups always leave one pair. So 0 means "as even as can be".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from emmbuild.workshop.model import Allocate, Participant

SIZE = 100  # a group with one person more than the others
ALONE = 30  # somebody in a group where nobody else speaks the language that he or she works in
MET = 20  # two people who have worked together before, where groups are mixed anew
SOFT = 200  # language or steps, where the recipe calls them soft
HARD = 10**9  # what must not be: people to keep apart, more people than seats


def weights(rules: Allocate) -> dict[str, int]:
    """Attribute → weight: the first to spread 3, the other ones 2; the first to balance 2, the other ones 1."""
    found = {name: 3 if at == 0 else 2 for at, name in enumerate(rules.spread)}
    return found | {name: 2 if at == 0 else 1 for at, name in enumerate(rules.balance) if name not in found}


def values(people: Sequence[Participant], attribute: str) -> list[str]:
    """Each person's value to compare; "" = unknown, which is like nobody's. Numbers (years) become three ranges."""
    typed = [" ".join(person.attribute(attribute).casefold().split()) for person in people]
    numbers = sorted({float(value) for value in typed if _number(value)})
    if len(numbers) <= 3 or not all(_number(value) for value in typed if value):
        return typed
    known = sorted(float(value) for value in typed if value)
    bounds = known[len(known) // 3], known[2 * len(known) // 3]
    ranges: dict[int, list[float]] = {}
    for number in known:
        ranges.setdefault(_third(number, bounds), []).append(number)
    named = {third: f"{members[0]:g}–{members[-1]:g}" for third, members in ranges.items()}
    return [named[_third(float(value), bounds)] if value else "" for value in typed]


def _third(number: float, bounds: tuple[float, float]) -> int:
    return (number >= bounds[0]) + (number >= bounds[1])


def _number(value: str) -> bool:
    return value.replace(".", "", 1).isdecimal()


def alike(people: Sequence[Participant], rules: Allocate) -> list[list[int]]:
    """For each two people what it costs to put them into one group; 0 on the diagonal."""
    size = len(people)
    cost = [[SIZE] * size for _ in people]
    for attribute, weight in weights(rules).items():
        by_value: dict[str, list[int]] = {}
        for at, value in enumerate(values(people, attribute)):
            if value:
                by_value.setdefault(value, []).append(at)
        for members in by_value.values():
            for one in members:
                row = cost[one]
                for other in members:
                    row[other] += weight
    at_code = {person.code: at for at, person in enumerate(people)}
    for wish in rules.apart:
        known = [at_code[code] for code in wish if code in at_code]
        for one in known:
            for other in known:
                cost[one][other] += HARD
    for at in range(size):
        cost[at][at] = 0
    return cost


def unavoidable(people: Sequence[Participant], rules: Allocate, groups: int) -> int:
    """What the most even distribution costs, each attribute for itself."""
    total = SIZE * dealt(len(people), groups)
    for attribute, weight in weights(rules).items():
        counts = Counter(value for value in values(people, attribute) if value)
        total += weight * sum(dealt(count, groups) for count in counts.values())
    return total


def dealt(count: int, groups: int) -> int:
    """Pairs in one group when `count` people are dealt out evenly."""
    each, more = divmod(count, groups)
    return more * each * (each + 1) // 2 + (groups - more) * each * (each - 1) // 2


def times_met(rounds: Sequence[Sequence[int]], size: int) -> list[list[int]]:
    """How often each two people were in one group. `rounds`: for each round every person's group."""
    met = [[0] * size for _ in range(size)]
    for groups in rounds:
        members: dict[int, list[int]] = {}
        for person, group in enumerate(groups):
            members.setdefault(group, []).append(person)
        for together in members.values():
            for one in together:
                for other in together:
                    met[one][other] += one != other
    return met


def repeats(rounds: Sequence[Sequence[int]], size: int) -> int:
    """How many times two people meet again; 0 = nobody meets the same person twice."""
    met = times_met(rounds, size)
    return sum(max(0, met[one][other] - 1) for one in range(size) for other in range(one))
