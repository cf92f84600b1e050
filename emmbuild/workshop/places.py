"""Who may sit in which group, and whether there are places for everybody.

Whether everybody has a place is a matching between people and seats. Where it fails, Hall's condition names the people
who have too few places between them; a maximum flow finds them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from emmbuild.workshop.model import Groups, Participant, Reason, Room

UNLIMITED = 10**6
SHOWN = 6  # codes of people in one sentence


@dataclass(frozen=True, slots=True)
class Place:
    """A group as people are put into it. `seats`: how many may sit there."""

    name: str
    langs: tuple[str, ...]
    seats: int
    step_free: bool


def places(groups: Groups, rooms: dict[str, Room]) -> tuple[Place, ...]:
    """The groups with the seats of their rooms; a room that is unknown or has no number of seats is large enough."""
    found = []
    for group in groups.groups:
        room = rooms.get(group.room)
        found.append(
            Place(group.name, group.langs, (room.seats if room else 0) or UNLIMITED, room.step_free if room else True)
        )
    return tuple(found)


def follows(person: Participant, place: Place) -> bool:
    """The person speaks a language that the group works in."""
    return not set(person.langs).isdisjoint(place.langs)


def enters(person: Participant, place: Place) -> bool:
    return place.step_free or not person.step_free


def allowed(person: Participant, place: Place, groups: Groups) -> bool:
    """Nothing that the recipe calls hard keeps the person out."""
    rules = groups.allocate
    return (rules.language != "hard" or follows(person, place)) and (rules.step_free != "hard" or enters(person, place))


@dataclass(frozen=True, slots=True)
class _Kind:
    """People whom the same groups are open to, for the same reasons."""

    langs: frozenset[str]
    step_free: bool
    open: frozenset[int]


def _kinds(people: Iterable[Participant], where: Sequence[Place], groups: Groups) -> Counter[_Kind]:
    spoken = {code for place in where for code in place.langs}
    return Counter(
        _Kind(
            frozenset(person.langs) & spoken,
            person.step_free and groups.allocate.step_free == "hard",
            frozenset(at for at, place in enumerate(where) if allowed(person, place, groups)),
        )
        for person in people
    )


def shortage(people: Sequence[Participant], groups: Groups, rooms: dict[str, Room]) -> tuple[Reason, ...]:
    """Why not everybody can be seated, as few people as can be named; empty where everybody can."""
    where = places(groups, rooms)
    lost = [person for person in people if not any(allowed(person, place, groups) for place in where)]
    if lost:
        return tuple(_nowhere(lost, where, groups))
    kinds = _kinds(people, where, groups)
    if not (short := _violators(kinds, where)):
        return ()
    for kind in sorted(short, key=lambda kind: (not kind.step_free, kinds[kind], sorted(kind.langs))):
        rest = short - {kind}
        if _demand(rest, kinds) > _supply(rest, where):
            short = rest
    return (_worded(short, kinds, where),)


def _nowhere(lost: Iterable[Participant], where: Sequence[Place], groups: Groups) -> Iterator[Reason]:
    """People whom no group is open to, in one reason for each set of languages."""
    alike: dict[tuple[str, str], list[str]] = {}
    for person in lost:
        foreign = groups.allocate.language == "hard" and not any(follows(person, place) for place in where)
        key = "people.no-group-in-language" if foreign else "people.no-step-free-group"
        alike.setdefault((key, " ".join(sorted(person.langs))), []).append(person.code)
    for (key, langs), codes in alike.items():
        shown = [*codes[:SHOWN], "…"] if len(codes) > SHOWN + 1 else codes
        yield Reason(key, {"codes": " ".join(shown), "any_langs": langs})


def _demand(kinds: Iterable[_Kind], count: Counter[_Kind]) -> int:
    return sum(count[kind] for kind in kinds)


def _supply(kinds: Iterable[_Kind], where: Sequence[Place]) -> int:
    return sum(where[at].seats for at in frozenset().union(*(kind.open for kind in kinds)))


def _violators(kinds: Counter[_Kind], where: Sequence[Place]) -> frozenset[_Kind]:
    """Kinds of people who together have too few seats, from the cut of a maximum flow; empty where all find one."""
    order = sorted(kinds, key=lambda kind: (sorted(kind.open), sorted(kind.langs), kind.step_free))
    flow: dict[tuple[int, int], int] = Counter()
    left = [place.seats for place in where]
    for at, kind in enumerate(order):
        for _ in range(kinds[kind]):
            reached = _augment(at, order, flow, left)
            if reached is not None:
                return frozenset(order[index] for index in reached)
    return frozenset()


def _augment(start: int, order: Sequence[_Kind], flow: dict[tuple[int, int], int], left: list[int]) -> set[int] | None:
    """Seat one more of kind `start`, moving others on; the kinds reached where that fails."""
    came: dict[int, int] = {}  # group → the kind it was reached from
    moved: dict[int, int] = {}  # kind → the group whose seat it gives up
    queue, seen = [start], {start}
    for kind in queue:
        for place in sorted(order[kind].open - came.keys()):
            came[place] = kind
            if left[place]:
                left[place] -= 1
                _shift(place, came, moved, flow)
                return None
            for other in range(len(order)):
                if other not in seen and flow[other, place]:
                    seen.add(other)
                    moved[other] = place
                    queue.append(other)
    return seen


def _shift(place: int, came: dict[int, int], moved: dict[int, int], flow: dict[tuple[int, int], int]) -> None:
    while True:
        kind = came[place]
        flow[kind, place] += 1
        if kind not in moved:
            return
        place = moved[kind]
        flow[kind, place] -= 1


def _worded(short: frozenset[_Kind], kinds: Counter[_Kind], where: Sequence[Place]) -> Reason:
    closed = frozenset().union(*(kind.open for kind in short))
    open_to, everywhere = sorted(closed), len(closed) == len(where)
    steps = all(kind.step_free for kind in short)
    langs = frozenset().union(*(kind.langs for kind in short if steps or not kind.step_free))
    mixed = not all(kind.langs <= langs for kind in short)
    # what is true of those who are short is said of everybody of whom it is true
    short |= {kind for kind in kinds if kind.open <= closed and kind.step_free >= steps and (mixed or kind.langs <= langs)}
    values = {
        "people": str(_demand(short, kinds)),
        "places": str(_supply(short, where)),
        "any_langs": " ".join(sorted(langs)),
        "groups": " ".join(where[at].name for at in open_to),
    }
    if everywhere and not steps:
        return Reason("people.too-few-seats", values | {"people": str(sum(kinds.values()))})
    if mixed:
        return Reason("people.too-few-in-groups", values)
    if steps:
        everybody = all(where[at].step_free == (at in closed) for at in range(len(where)))
        return Reason("people.too-few-step-free" if everybody else "people.too-few-step-free-in-language", values)
    return Reason("people.too-few-in-language", values)
