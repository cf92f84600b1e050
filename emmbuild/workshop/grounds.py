"""Why a person sits in a group, and why he or she cannot sit in another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from emmbuild.workshop import likeness
from emmbuild.workshop.model import Groups, Participant, Reason, Room
from emmbuild.workshop.places import Place, enters, follows, places


def reasons(
    people: Sequence[Participant], placed: dict[str, tuple[str, ...]], groups: Groups, rooms: dict[str, Room]
) -> dict[str, tuple[Reason, ...]]:
    """Participant code → why this group: language and steps first, then wishes, then the mixture."""
    where = {place.name: place for place in places(groups, rooms)}
    by_code = {person.code: person for person in people}
    group_of = {code: name for name, codes in placed.items() for code in codes}
    attributes = {
        name: dict(zip(by_code, likeness.values(people, name), strict=True)) for name in likeness.weights(groups.allocate)
    }
    found = {}
    for code, name in group_of.items():
        person, place = by_code[code], where[name]
        found[code] = (
            *_access(person, place, where.values(), groups),
            *_wishes(code, group_of, groups),
            *_mixture(person, name, placed, attributes, by_code),
        )
    return dict(sorted(found.items()))


def _access(person: Participant, place: Place, where: Iterable[Place], groups: Groups) -> Iterator[Reason]:
    shared = [code for code in person.langs if code in place.langs]
    key = "people.why-language" if shared else "people.why-no-language"
    yield Reason(key, {"group": place.name, "langs": " ".join(shared), "group_langs": " ".join(place.langs)})
    if person.step_free:
        key = "people.why-step-free" if place.step_free else "people.why-steps"
        yield Reason(key, {"group": place.name})
    others = [other for other in where if other.name != place.name]
    foreign = [other.name for other in others if groups.allocate.language == "hard" and not follows(person, other)]
    if foreign:
        yield Reason("people.why-foreign", {"groups": " ".join(foreign)})
    steep = [other.name for other in others if groups.allocate.step_free == "hard" and not enters(person, other)]
    if steep:
        yield Reason("people.why-steep", {"groups": " ".join(steep)})
    if others and all(other.name in (*foreign, *steep) for other in others):
        yield Reason("people.why-only", {"group": place.name})


def _wishes(code: str, group_of: dict[str, str], groups: Groups) -> Iterator[Reason]:
    for wish in groups.allocate.together:
        if code in wish:
            others = [other for other in wish if other != code and group_of.get(other) == group_of[code]]
            yield Reason("people.why-together", {"codes": " ".join(others)})
    for wish in groups.allocate.apart:
        if code in wish:
            others = [other for other in wish if other != code and other in group_of]
            yield Reason("people.why-apart", {"codes": " ".join(others)})


def _mixture(
    person: Participant,
    group: str,
    placed: dict[str, tuple[str, ...]],
    attributes: dict[str, dict[str, str]],
    by_code: dict[str, Participant],
) -> Iterator[Reason]:
    for attribute, value_of in attributes.items():
        value = value_of[person.code]
        if not value:
            continue
        counts = {name: sum(value_of[code] == value for code in codes) for name, codes in placed.items()}
        total, typed = sum(counts.values()), person.attribute(attribute)
        shown = typed if value == " ".join(typed.casefold().split()) else value
        common = {"attribute": attribute, "value": shown, "group": group}
        if total == 1:
            continue
        if counts[group] == 1:
            yield Reason("people.why-single", {**common, "all": str(total)})
        else:
            yield Reason("people.why-share", {**common, "count": str(counts[group]), "all": str(total)})


def why_not(
    person: Participant,
    group: str,
    groups: Groups,
    rooms: dict[str, Room],
    placed: dict[str, tuple[str, ...]] | None = None,
) -> tuple[Reason, ...]:
    """What keeps the person out of the group; with `placed` also full groups and wishes. Empty: nothing does."""
    place = next((place for place in places(groups, rooms) if place.name == group), None)
    if place is None:
        return (Reason("people.not-unknown", {"group": group}),)
    found = []
    if not follows(person, place):
        values = {
            "code": person.code,
            "langs": " ".join(person.langs),
            "group": group,
            "group_langs": " ".join(place.langs),
        }
        found.append(Reason("people.not-language", values))
    if not enters(person, place):
        found.append(Reason("people.not-steps", {"code": person.code, "group": group}))
    there = set((placed or {}).get(group, ())) - {person.code}
    if len(there) >= place.seats:
        found.append(Reason("people.not-seats", {"group": group, "seats": str(place.seats)}))
    for wish in groups.allocate.apart:
        if person.code in wish and (met := sorted(there.intersection(wish))):
            found.append(Reason("people.not-apart", {"code": person.code, "codes": " ".join(met), "group": group}))
    return tuple(found)
