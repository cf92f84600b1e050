"""The best placement there is, proven by OR-tools: what the search of `emmbuild groups` is measured against."""

from __future__ import annotations

from collections.abc import Sequence

from ortools.sat.python import cp_model

from emmbuild.workshop import likeness, places
from emmbuild.workshop.model import Groups, Participant, Room


def optimum(people: Sequence[Participant], groups: Groups, rooms: dict[str, Room]) -> tuple[bool, int]:
    """Whether the optimum is proven, and its cost over what cannot be avoided; (True, -1) where nothing is possible."""
    where = places.places(groups, rooms)
    model = cp_model.CpModel()
    seats = range(len(where))
    here = {(one, at): model.new_bool_var("") for one in range(len(people)) for at in seats}
    terms = []

    def pairs(members: Sequence[int], at: int, weight: int) -> None:
        count, cost = model.new_int_var(0, len(members), ""), model.new_int_var(0, len(members) ** 2, "")
        model.add(count == sum(here[one, at] for one in members))
        for n in range(len(members)):  # the tangents of n(n-1)/2
            model.add(cost >= n * count - n * (n + 1) // 2)
        terms.append(weight * cost)

    for one, person in enumerate(people):
        model.add_exactly_one(here[one, at] for at in seats)
        for at in seats:
            if not places.allowed(person, where[at], groups):
                model.add(here[one, at] == 0)
    for at, place in enumerate(where):
        model.add(sum(here[one, at] for one in range(len(people))) <= place.seats)
        pairs(range(len(people)), at, likeness.SIZE)
        for attribute, weight in likeness.weights(groups.allocate).items():
            alike: dict[str, list[int]] = {}
            for one, value in enumerate(likeness.values(people, attribute)):
                alike.setdefault(value, []).append(one)
            for value, members in alike.items():
                if value:
                    pairs(members, at, weight)
        for code in place.langs:
            alone = model.new_bool_var("")
            speak = [one for one, person in enumerate(people) if code in person.langs]
            for one in speak:
                if next(lang for lang in people[one].langs if lang in place.langs) == code:
                    model.add(alone >= here[one, at] - sum(here[other, at] for other in speak if other != one))
            terms.append(likeness.ALONE * alone)
    number = {person.code: one for one, person in enumerate(people)}
    for at in seats:
        for wish in groups.allocate.apart:
            model.add(sum(here[number[code], at] for code in wish) <= 1)
        for wish in groups.allocate.together:
            for code in wish[1:]:
                model.add(here[number[code], at] == here[number[wish[0]], at])
    model.minimize(sum(terms))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds, solver.parameters.num_workers, solver.parameters.random_seed = 120, 2, 1
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return True, -1
    least = likeness.unavoidable(people, groups.allocate, len(where))
    return status == cp_model.OPTIMAL, round(solver.objective_value) - least
