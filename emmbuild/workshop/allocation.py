"""Puts the participants into the groups of the recipe: what is hard first, then as even a mixture as can be found.

Whether it is possible at all is decided before the search (`places`); why each person sits where is said after it
(`grounds`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from emmbuild.workshop import grounds, likeness, places, search, ways
from emmbuild.workshop.impossible import Impossible
from emmbuild.workshop.model import Groups, Participant, Placement, Reason, Room


def allocate(
    people: Sequence[Participant],
    groups: Groups,
    rooms: dict[str, Room],
    met: Sequence[Sequence[int]] = (),
) -> Placement | Impossible:
    """Everybody in one group each. `met[i][j]`: how often two people have been in one group before (0 where not given).

    The same people, groups and seed give the same placement. Its cost is 0 where everything is as even as can be.
    """
    people = tuple(sorted(people, key=lambda person: person.code))
    where = places.places(groups, rooms)
    if not people or not where:
        return Placement({place.name: () for place in where})
    if short := places.shortage(people, groups, rooms):
        return Impossible(short, ways.ways(people, groups, rooms))
    units = _units(people, groups)
    problem = _problem(people, units, groups, where, met)
    if blocked := _blocked(people, units, problem, groups):
        return Impossible(blocked)
    at, cost = search.search(problem, groups.allocate.seed)
    if cost >= likeness.HARD:
        return Impossible(_wishes(people, groups, rooms), proven=False)
    seated: dict[str, list[str]] = {place.name: [] for place in where}
    for unit, group in zip(units, at, strict=True):
        seated[where[group].name] += [people[index].code for index in unit]
    placed = {name: tuple(sorted(codes)) for name, codes in seated.items()}
    cost += _within(people, units, groups, met) - likeness.unavoidable(people, groups.allocate, len(where))
    return Placement(placed, grounds.reasons(people, placed, groups, rooms), cost)


def _units(people: Sequence[Participant], groups: Groups) -> list[tuple[int, ...]]:
    """People by number, those who stay together in one unit; wishes that share a person are one wish."""
    number = {person.code: at for at, person in enumerate(people)}
    unit = {at: {at} for at in range(len(people))}
    for wish in groups.allocate.together:
        known = [number[code] for code in wish if code in number]
        joined = set().union(*(unit[at] for at in known)) if known else set()
        for at in joined:
            unit[at] = joined
    return sorted({tuple(sorted(members)) for members in unit.values()})


def _problem(
    people: Sequence[Participant],
    units: Sequence[tuple[int, ...]],
    groups: Groups,
    where: Sequence[places.Place],
    met: Sequence[Sequence[int]],
) -> search.Problem:
    pairs = likeness.alike(people, groups.allocate)
    for one, row in enumerate(met):
        pairs[one] = [cost + likeness.MET * times for cost, times in zip(pairs[one], row, strict=True)]
    if len(units) < len(people):
        pairs = [[0 if one == other else sum(pairs[a][b] for a in one for b in other) for other in units] for one in units]
    codes = sorted({code for place in where for code in place.langs})
    spoken = [[_spoken(people[at], place, codes) for place in where] for at in range(len(people))]

    def strange(at: int, place: places.Place) -> int:
        return likeness.SOFT * ((not places.follows(people[at], place)) + (not places.enters(people[at], place)))

    return search.Problem(
        [len(unit) for unit in units],
        [place.seats for place in where],
        [
            frozenset(g for g, place in enumerate(where) if all(places.allowed(people[at], place, groups) for at in unit))
            for unit in units
        ],
        pairs,
        [[sum(strange(at, place) for at in unit) for place in where] for unit in units],
        [[tuple(code for at in unit for code in spoken[at][g]) for g in range(len(where))] for unit in units],
        [[tuple(spoken[at][g][0] for at in unit if spoken[at][g]) for g in range(len(where))] for unit in units],
        len(codes),
    )


def _spoken(person: Participant, place: places.Place, codes: Sequence[str]) -> tuple[int, ...]:
    """The languages of the group that the person speaks, the preferred one first."""
    return tuple(codes.index(code) for code in person.langs if code in place.langs)


def _within(
    people: Sequence[Participant],
    units: Sequence[tuple[int, ...]],
    groups: Groups,
    met: Sequence[Sequence[int]],
) -> int:
    """What people who stay together cost among themselves, which the search leaves out."""
    if len(units) == len(people):
        return 0
    pairs = likeness.alike(people, replace(groups.allocate, apart=()))
    return sum(
        pairs[one][other] + (likeness.MET * met[one][other] if met else 0)
        for unit in units
        for one in unit
        for other in unit
        if one < other
    )


def _blocked(
    people: Sequence[Participant], units: Sequence[tuple[int, ...]], problem: search.Problem, groups: Groups
) -> tuple[Reason, ...]:
    """Wishes that cannot be kept whatever the rest looks like."""
    found = []
    for number, unit in enumerate(units):
        codes = {people[at].code for at in unit}
        values = {"codes": " ".join(sorted(codes))}
        if any(len(codes.intersection(wish)) > 1 for wish in groups.allocate.apart):
            found.append(Reason("people.together-and-apart", values))
        elif not problem.open[number]:
            found.append(Reason("people.together-no-group", values))
        elif all(problem.seats[group] < len(unit) for group in problem.open[number]):
            found.append(Reason("people.together-too-many", values))
    return tuple(found)


def _wishes(people: Sequence[Participant], groups: Groups, rooms: dict[str, Room]) -> tuple[Reason, ...]:
    """Each wish without which a placement is found; all of them where no single one is to blame."""
    rules = groups.allocate
    wishes = [("apart", wish) for wish in rules.apart] + [("together", wish) for wish in rules.together]
    words = {wish: Reason(f"people.wish-{wish[0]}", {"codes": " ".join(wish[1])}) for wish in wishes}
    blamed = []
    for kind, wish in wishes if len(wishes) > 1 else ():
        left = tuple(other for other in getattr(rules, kind) if other != wish)
        without = replace(groups, allocate=replace(rules, apart=left) if kind == "apart" else replace(rules, together=left))
        units = _units(people, without)
        problem = _problem(people, units, without, places.places(groups, rooms), ())
        if search.search(problem, rules.seed, rounds=2)[1] < likeness.HARD:
            blamed.append(words[kind, wish])
    return tuple(blamed or words.values())
