"""Changes of the groups after which everybody has a place; each is tried before it is offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, islice

from emmbuild.workshop.model import Group, Groups, Participant, Reason, Room
from emmbuild.workshop.places import shortage


def ways(people: Sequence[Participant], groups: Groups, rooms: dict[str, Room]) -> tuple[Reason, ...]:
    """What can be done where `shortage` is not empty: a language more, more seats, a step-free room, one more group."""
    return tuple(_found(people, groups, rooms))[:4]


def _found(people: Sequence[Participant], groups: Groups, rooms: dict[str, Room]) -> Iterator[Reason]:
    short = shortage(people, groups, rooms)
    first = short[0]
    named = (reason.values.get("any_langs", "").split() for reason in short)
    langs = list(dict.fromkeys(code for codes in named for code in codes))
    if "step-free" in first.key or "in-groups" in first.key:
        yield from _rooms(people, groups, rooms)
    if "language" in first.key or "in-groups" in first.key:
        alone = [way for code in langs for way in _language(people, groups, rooms, (code,))]
        pairs = (way for codes in combinations(langs, 2) for way in _language(people, groups, rooms, codes))
        yield from alone or islice(pairs, 1)
    if "places" in first.values:
        yield from _seats(people, groups, rooms, first)
        yield from _another(people, groups, rooms, langs)


def _language(
    people: Sequence[Participant], groups: Groups, rooms: dict[str, Room], codes: tuple[str, ...]
) -> Iterator[Reason]:
    """As few groups as possible that work in a language more, with facilitators or an interpreter for it."""

    def changed(group: Group) -> Group:
        return replace(group, langs=(*group.langs, *codes))

    lacking = [group.name for group in groups.groups if not set(codes) <= set(group.langs)]
    if names := _one_by_one(lacking, lambda names: shortage(people, _with(groups, names, changed), rooms)):
        yield Reason("people.way-language", {"langs": " ".join(codes), "groups": " ".join(names)})


def _rooms(people: Sequence[Participant], groups: Groups, rooms: dict[str, Room]) -> Iterator[Reason]:
    """Groups that move to a step-free room."""
    steep = [group.room for group in groups.groups if group.room in rooms and not rooms[group.room].step_free]

    def tried(names: Sequence[str]) -> tuple[Reason, ...]:
        free = {name: replace(room, step_free=room.step_free or name in names) for name, room in rooms.items()}
        return shortage(people, groups, free)

    if names := _one_by_one(steep, tried):
        moved = [group.name for group in groups.groups if group.room in names]
        yield Reason("people.way-step-free", {"groups": " ".join(moved)})


def _seats(people: Sequence[Participant], groups: Groups, rooms: dict[str, Room], first: Reason) -> Iterator[Reason]:
    """More seats in the rooms of the groups that are too small."""
    more = int(first.values["people"]) - int(first.values["places"])
    names = first.values["groups"].split()
    room = next(group.room for group in groups.groups if group.name == names[0])
    larger = {**rooms, room: replace(rooms[room], seats=rooms[room].seats + more)}
    if not shortage(people, groups, larger):
        yield Reason("people.way-seats", {"seats": str(more), "groups": " ".join(names)})


def _another(
    people: Sequence[Participant], groups: Groups, rooms: dict[str, Room], langs: Sequence[str]
) -> Iterator[Reason]:
    """One more group as large as the largest room there is."""
    largest = max(rooms.values(), key=lambda room: room.seats)
    added = replace(largest, id="another", step_free=True)
    larger = replace(groups, groups=(*groups.groups, Group("another", tuple(langs), "another")))
    if not shortage(people, larger, {**rooms, "another": added}):
        yield Reason("people.way-group", {"any_langs": " ".join(langs), "seats": str(largest.seats)})


def _with(groups: Groups, names: Sequence[str], changed: Callable[[Group], Group]) -> Groups:
    return replace(groups, groups=tuple(changed(group) if group.name in names else group for group in groups.groups))


def _one_by_one(names: Sequence[str], tried: Callable[[Sequence[str]], tuple[Reason, ...]]) -> tuple[str, ...]:
    """The shortest beginning of `names` with which nothing is short; empty where even all of them do not help."""
    return next((tuple(names[:count]) for count in range(1, len(names) + 1) if not tried(names[:count])), ())
