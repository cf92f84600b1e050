"""Participants into groups: nothing hard is broken, the mixture is as good as the proven best, the impossible is explained."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, product

import pytest
from conftest import ROOT
from groups_oracle import optimum
from hypothesis import given, settings
from hypothesis import strategies as st
from people_samples import groups, people

from emmbuild.core.edition import Words
from emmbuild.localize import words
from emmbuild.readers import languages
from emmbuild.workshop import grounds, likeness, places
from emmbuild.workshop.allocation import allocate
from emmbuild.workshop.impossible import Impossible
from emmbuild.workshop.model import Allocate, Group, Groups, Participant, Placement, Reason, Room
from emmbuild.workshop.reshuffle import carousel, reshuffled
from emmbuild.workshop.said import NOTHING
from emmbuild.workshop.wording import say, sentences

PACKS = languages.load()


def spoken(code: str) -> Words:
    return words.load(ROOT / "emmbuild/languages", PACKS[code])


ENGLISH = spoken("en")


def misplaced(placement: Placement, everybody: Sequence[Participant], made: Groups, rooms: dict[str, Room]) -> list[str]:
    """Codes of the people whom language, steps or seats should have kept out; and of those who are nowhere or twice."""
    by_code = {person.code: person for person in everybody}
    seated = [code for codes in placement.groups.values() for code in codes]
    wrong = [code for code in by_code if seated.count(code) != 1]
    for place in places.places(made, rooms):
        codes = placement.groups[place.name]
        wrong += [code for code in codes if not places.allowed(by_code[code], place, made)]
        wrong += codes[place.seats :]
    return wrong


def test_sixty_into_five_is_the_proven_best_within_three_seconds() -> None:
    """Acceptance: no misplacement, cost within 6 % of the optimum, in less than 3 s; so it is for five lists."""
    for seed in (7, 1, 2, 3, 4):
        everybody, (made, rooms) = people(60, seed), groups(5, 14, 3, seed=seed)
        start = time.process_time()
        placement = allocate(everybody, made, rooms)
        assert time.process_time() - start < 3
        assert isinstance(placement, Placement)
        assert misplaced(placement, everybody, made, rooms) == []
        proven, best = optimum(everybody, made, rooms)
        assert proven
        fixed = likeness.unavoidable(everybody, made.allocate, 5) - likeness.SIZE * likeness.dealt(60, 5)
        assert best <= placement.cost
        assert fixed + placement.cost <= 1.06 * (fixed + best)
        assert placement.cost <= best + 3  # far less than 6 %: one pair of compatriots at most


def test_wishes_and_seats_against_the_proven_best() -> None:
    everybody = people(30, 5)
    made, rooms = groups(3, 11, 2, seed=3, apart=(("p001", "p016"),), together=(("p003", "p009"), ("p009", "p020")))
    placement = allocate(everybody, made, rooms)
    assert isinstance(placement, Placement)
    assert misplaced(placement, everybody, made, rooms) == []
    assert placement.group_of("p001") != placement.group_of("p016")
    assert placement.group_of("p003") == placement.group_of("p009") == placement.group_of("p020")
    proven, best = optimum(everybody, made, rooms)
    assert proven and best <= placement.cost <= best + 3


def test_six_hundred_into_forty_within_thirty_seconds() -> None:
    everybody, (made, rooms) = people(600), groups(40, 16, 24)
    start = time.process_time()
    placement = allocate(everybody, made, rooms)
    assert time.process_time() - start < 30
    assert isinstance(placement, Placement)
    assert misplaced(placement, everybody, made, rooms) == []
    assert {len(codes) for codes in placement.groups.values()} == {15}
    assert placement.cost < 60  # of 600 people and 40 groups: about fifteen pairs more than can be helped


def test_the_same_seed_gives_the_same_groups_and_another_seed_others() -> None:
    everybody, (made, rooms) = people(60), groups(5, 14, 3)
    first = allocate(everybody, made, rooms)
    assert first == allocate(tuple(reversed(everybody)), made, rooms)
    other = replace(made, allocate=replace(made.allocate, seed=99))
    assert allocate(everybody, other, rooms) != first


LANGS = ("en", "fr", "ar")
PERSON = st.tuples(
    st.lists(st.sampled_from(LANGS), min_size=1, max_size=3, unique=True), st.booleans(), st.sampled_from("xyz")
)
GROUP = st.tuples(st.lists(st.sampled_from(LANGS), min_size=1, max_size=3, unique=True), st.integers(1, 4), st.booleans())


def _case(
    persons: Sequence[tuple[list[str], bool, str]], halls: Sequence[tuple[list[str], int, bool]]
) -> tuple[tuple[Participant, ...], Groups, dict[str, Room]]:
    everybody = tuple(
        Participant(f"p{at:03}", f"N{at}", tuple(langs), country=country, step_free=free)
        for at, (langs, free, country) in enumerate(persons)
    )
    made = tuple(Group(f"G{at}", tuple(langs), f"G{at}") for at, (langs, _, _) in enumerate(halls))
    rooms = {f"G{at}": Room(f"G{at}", NOTHING, seats, step_free=free) for at, (_, seats, free) in enumerate(halls)}
    return everybody, Groups(made), rooms


def _possible(everybody: Sequence[Participant], made: Groups, rooms: dict[str, Room]) -> bool:
    """Every way of seating tried."""
    where = places.places(made, rooms)
    open_to = [[at for at, place in enumerate(where) if places.allowed(one, place, made)] for one in everybody]
    return any(all(way.count(at) <= place.seats for at, place in enumerate(where)) for way in product(*open_to))


@settings(max_examples=100, deadline=None)
@given(st.lists(PERSON, min_size=1, max_size=6), st.lists(GROUP, min_size=1, max_size=3))
def test_possible_is_seated_and_impossible_is_proven(
    persons: list[tuple[list[str], bool, str]], halls: list[tuple[list[str], int, bool]]
) -> None:
    everybody, made, rooms = _case(persons, halls)
    found = allocate(everybody, made, rooms)
    assert isinstance(found, Placement) == _possible(everybody, made, rooms)
    if isinstance(found, Placement):
        assert misplaced(found, everybody, made, rooms) == []
        assert set(found.reasons) == {person.code for person in everybody}
        assert found.cost >= 0
        return
    assert found.proven and found.reasons
    for reason in found.reasons:
        assert "{" not in say(reason, ENGLISH)
        if "places" in reason.values:
            _true(reason, everybody, made, rooms)


def _true(reason: Reason, everybody: Sequence[Participant], made: Groups, rooms: dict[str, Room]) -> None:
    """The numbers of a reason, counted again from its words: so many people, so many places, and too few."""
    assert int(reason.values["people"]) > int(reason.values["places"])
    named = set(reason.values["groups"].split())
    assert int(reason.values["places"]) == sum(rooms[group.room].seats for group in made.groups if group.name in named)
    langs = set(reason.values["any_langs"].split())
    offered = {code for group in made.groups for code in group.langs}
    confined = [
        one
        for one in everybody
        if {place.name for place in places.places(made, rooms) if places.allowed(one, place, made)} <= named
    ]
    if reason.key == "people.too-few-in-language":
        assert int(reason.values["people"]) == sum(set(one.langs) & offered <= langs for one in confined)
        assert all(langs & set(group.langs) for group in made.groups if group.name in named)
    if reason.key == "people.too-few-seats":
        assert int(reason.values["people"]) == len(everybody)


@settings(max_examples=60, deadline=None)
@given(st.lists(PERSON, min_size=2, max_size=7), st.lists(GROUP, min_size=1, max_size=3))
def test_every_way_out_leads_out(
    persons: list[tuple[list[str], bool, str]], halls: list[tuple[list[str], int, bool]]
) -> None:
    everybody, made, rooms = _case(persons, halls)
    found = allocate(everybody, made, rooms)
    for way in found.ways if isinstance(found, Impossible) else ():
        names = way.values.get("groups", "").split()
        changed, halls_now = made, rooms
        match way.key:
            case "people.way-language":
                more = tuple(way.values["langs"].split())
                changed = Groups(tuple(replace(g, langs=g.langs + more) if g.name in names else g for g in made.groups))
            case "people.way-step-free":
                halls_now = {name: replace(room, step_free=room.step_free or name in names) for name, room in rooms.items()}
            case "people.way-seats":
                first = rooms[names[0]]
                halls_now = {**rooms, names[0]: replace(first, seats=first.seats + int(way.values["seats"]))}
            case "people.way-group":
                extra = Room("Z", NOTHING, int(way.values["seats"]), step_free=True)
                changed = Groups((*made.groups, Group("Z", tuple(way.values["any_langs"].split()), "Z")))
                halls_now = {**rooms, "Z": extra}
        assert isinstance(allocate(everybody, changed, halls_now), Placement), way


def test_too_few_places_in_a_language_in_plain_words() -> None:
    everybody = tuple(Participant(f"p{at:03}", "N", ("fr",) if at < 12 else ("en",)) for at in range(20))
    rooms = {name: Room(name, NOTHING, 10) for name in "AB"}
    found = allocate(everybody, Groups((Group("A", ("fr",), "A"), Group("B", ("en",), "B"))), rooms)
    assert isinstance(found, Impossible)
    assert sentences(found.reasons, ENGLISH) == (
        "12 people speak only French, but the groups that work in French have 10 places (A).",
    )
    assert sentences(found.ways, ENGLISH) == (
        "Let these groups work in French too: B.",
        "Find rooms with 2 more seats in all for: A.",
        "Make one more group that works in French, with up to 10 places.",
    )


def test_wishes_that_cannot_hold_are_named() -> None:
    everybody, (made, rooms) = people(12), groups(2, 14, 2)
    for rules, key in (
        ({"apart": (("p001", "p002"),), "together": (("p001", "p002"),)}, "people.together-and-apart"),
        ({"apart": (("p001", "p002", "p003"),)}, "people.wish-apart"),
    ):
        found = allocate(everybody, replace(made, allocate=Allocate(**rules)), rooms)  # type: ignore[arg-type]
        assert isinstance(found, Impossible)
        assert [reason.key for reason in found.reasons] == [key]
    small = {name: replace(room, seats=7) for name, room in rooms.items()}
    crowd = Allocate(together=(tuple(person.code for person in everybody[:8]),))
    found = allocate(everybody, replace(made, allocate=crowd), small)
    assert isinstance(found, Impossible)
    assert [reason.key for reason in found.reasons] == ["people.together-too-many"]


def test_nobody_is_alone_in_a_language_where_that_can_be() -> None:
    langs = [("fr",)] * 4 + [("ar",)] * 3 + [("en",)] * 13
    everybody = tuple(Participant(f"p{at:03}", "N", spoken) for at, spoken in enumerate(langs))
    made, rooms = groups(3, 10, 3)
    placement = allocate(everybody, made, rooms)
    assert isinstance(placement, Placement)
    by_code = {person.code: person.langs[0] for person in everybody}
    for codes in placement.groups.values():
        counts = [by_code[code] for code in codes]
        assert all(counts.count(code) != 1 for code in ("fr", "ar"))


def test_soft_rules_bend_only_where_they_must() -> None:
    everybody = tuple(Participant(f"p{at:03}", "N", ("fr",) if at < 7 else ("en",)) for at in range(10))
    rooms = {name: Room(name, NOTHING, 5) for name in "AB"}
    made = Groups((Group("A", ("fr",), "A"), Group("B", ("en",), "B")), allocate=Allocate(language="soft"))
    placement = allocate(everybody, made, rooms)
    assert isinstance(placement, Placement)
    assert sum(code in placement.groups["B"] for code in (person.code for person in everybody[:7])) == 2
    strange = [code for code, reasons in placement.reasons.items() if reasons[0].key == "people.why-no-language"]
    assert len(strange) == 2


def test_each_placement_says_why_and_why_not_elsewhere() -> None:
    everybody, (made, rooms) = people(60), groups(5, 14, 3, apart=(("p008", "p010"),))
    placement = allocate(everybody, made, rooms)
    assert isinstance(placement, Placement)
    for person in everybody:
        group = placement.group_of(person.code)
        keys = [reason.key for reason in placement.reasons[person.code]]
        assert keys[0] == "people.why-language"
        assert ("people.why-step-free" in keys) == person.step_free
        assert grounds.why_not(person, group, made, rooms) == ()
        if "en" not in person.langs:
            assert [reason.key for reason in grounds.why_not(person, "D", made, rooms)][0] == "people.not-language"
    french = next(person for person in everybody if person.langs == ("fr",))
    assert sentences(grounds.why_not(french, "D", made, rooms), ENGLISH) == (
        f"{french.code} speaks French; group D works in English only.",
    )
    there = placement.group_of("p010")
    against = grounds.why_not(everybody[7], there, made, rooms, placement.groups)
    assert "people.not-apart" in {reason.key for reason in against}


@pytest.mark.parametrize("code", PACKS)
def test_reasons_have_words_in_every_language(code: str) -> None:
    everybody, (made, rooms) = people(60), groups(5, 14, 3)
    placement = allocate(everybody, made, rooms)
    assert isinstance(placement, Placement)
    keys = [key for key in ENGLISH.entries if key.startswith("people.")]
    own = spoken(code)
    assert len(keys) > 50
    if code != "en":
        same = [key for key in keys if own.entries[key] == ENGLISH.entries[key] and "attribute" not in key]
        assert same == []
    for reasons in placement.reasons.values():
        assert all("{" not in line and line for line in sentences(reasons, own))


def test_years_of_experience_are_compared_in_three_ranges() -> None:
    everybody = tuple(Participant(f"p{at}", "N", ("en",), experience=str(at)) for at in range(1, 10))
    assert sorted(set(likeness.values(everybody, "experience"))) == ["1–3", "4–6", "7–9"]
    words_only = [replace(person, experience="new") for person in everybody]
    assert set(likeness.values(words_only, "experience")) == {"new"}


def test_reshuffled_groups_bring_new_people_together() -> None:
    everybody, (made, rooms) = people(24), groups(4, 8, 4)
    found = reshuffled(everybody, made, rooms, ("one", "two", "three"))
    assert isinstance(found, dict)
    rounds = []
    for placement in found.values():
        assert misplaced(placement, everybody, made, rooms) == []
        at = {code: name for name, codes in placement.groups.items() for code in codes}
        rounds.append([ord(at[person.code]) for person in everybody])
    again = likeness.repeats(rounds[:2], 24)
    stay = likeness.repeats([rounds[0], rounds[0]], 24)
    assert stay == 60 and again <= 20  # six people from four groups of six: at least four pairs must meet again
    assert found == reshuffled(everybody, made, rooms, ("one", "two", "three"))


@settings(max_examples=50, deadline=None)
@given(st.integers(1, 8), st.integers(1, 5))
def test_carousel_groups_share_no_room_and_see_each_once(count: int, turns: int) -> None:
    made, _ = groups(count, 10, (count + 1) // 2)
    sessions = [f"s{turn}" for turn in range(turns)]
    found = carousel(made, sessions)
    langs = {group.name: group.langs for group in made.groups}
    for visits in found.values():
        assert sorted(visits) == sorted(visits.values())
        assert all(langs[group] == langs[room] for group, room in visits.items())
    for group in made.groups:
        circle = sum(other.langs == group.langs for other in made.groups)
        seen = [found[session][group.name] for session in sessions]
        assert all(one != other for one, other in combinations(seen[:circle], 2))
