"""Groups against the proven best: `python bench/groups.py` (needs OR-tools, which the tests install).

Ten invented lists of 60 people into five groups, each compared with the optimum that OR-tools proves, and with dealing at
random; then 600 people into forty groups. Times are CPU seconds of one core.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path
from random import Random

sys.path[:0] = [str(Path(__file__).parents[1] / "tests")]

from groups_oracle import optimum  # noqa: E402
from people_samples import groups, people  # noqa: E402

from emmbuild.workshop import likeness, places  # noqa: E402
from emmbuild.workshop.allocation import allocate  # noqa: E402
from emmbuild.workshop.model import Placement  # noqa: E402


def at_random(count: int, tries: int = 200) -> float:
    """How many people sit in a group whose language they lack when they are dealt out, on average."""
    everybody, (made, rooms) = people(count), groups(5, 14, 3)
    where, lost = places.places(made, rooms), 0
    for number in range(tries):
        order = list(everybody)
        Random(number).shuffle(order)
        lost += sum(not places.follows(person, where[at % 5]) for at, person in enumerate(order))
    return lost / tries


def main() -> None:
    print(f"dealt at random: {at_random(60):.1f} of 60 people in a group whose language they lack")
    print("list  cost  best  proven  all pairs: ours / best   CPU s")
    for seed in range(1, 11):
        everybody, (made, rooms) = people(60, seed), groups(5, 14, 3, seed=seed)
        start = time.process_time()
        found = allocate(everybody, made, rooms)
        took = time.process_time() - start
        assert isinstance(found, Placement)
        proven, best = optimum(everybody, made, rooms)
        fixed = likeness.unavoidable(everybody, made.allocate, 5) - likeness.SIZE * likeness.dealt(60, 5)
        ours, theirs = fixed + found.cost, fixed + best
        share = 100 * (ours - theirs) / theirs
        print(f"{seed:>4}  {found.cost:>4}  {best:>4}  {proven!s:>6}  {ours:>6} / {theirs} (+{share:.1f} %)  {took:>6.2f}")
    for seed in (1, 2, 3):
        everybody, (made, rooms) = people(600, seed), groups(40, 16, 24, seed=seed)
        start = time.process_time()
        found = allocate(everybody, made, rooms)
        assert isinstance(found, Placement)
        print(f"600 people into 40 groups, list {seed}: cost {found.cost}, {time.process_time() - start:.1f} s")


if __name__ == "__main__":
    main()
