"""Why there is no rota, and which changes would make one possible; every change is tried before it is offered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from emmbuild.workshop.model import Facilitator, Groups, Reason, Session, Workshop
from emmbuild.workshop.rota import available, breakouts, size_of, solve
from emmbuild.workshop.staffing import Rules, holds

MORE = "another"
ANY_PAIRS = Rules(unlike=False)


def reasons(workshop: Workshop, missing: Collection[str]) -> tuple[Reason, ...]:
    """What is lacking in the first break-out that cannot be staffed; if each one can, the pattern is to blame."""
    for session in breakouts(workshop):
        found = tuple(_lacking(workshop, session, available(workshop, session, missing)))
        if found:
            return found
        if solve(_only(workshop, session), missing, rules=ANY_PAIRS)[0] is None:
            return (Reason("people.rota-combination", {"session": session.id}),)
    key = "people.rota-pattern" if workshop.groups.rotate == "facilitators" else "people.rota-same-rooms"
    return (Reason(key, {"sessions": " ".join(session.id for session in breakouts(workshop))}),)


def _only(workshop: Workshop, session: Session) -> Workshop:
    days = tuple(
        replace(day, sessions=tuple(other for other in day.sessions if other.kind != "breakout" or other.id == session.id))
        for day in workshop.days
    )
    return replace(workshop, days=days)


def _lacking(workshop: Workshop, session: Session, people: Sequence[Facilitator]) -> Iterator[Reason]:
    groups = workshop.groups.groups
    need = sum(size_of(workshop, group) for group in groups)
    if len(people) < need:
        values = {"have": str(len(people)), "need": str(need), "count": str(len(groups)), "session": session.id}
        yield Reason("people.rota-too-few", values)
    for code in dict.fromkeys(code for group in groups for code in group.langs):
        names = [group.name for group in groups if code in group.langs]
        speakers = sum(code in one.langs for one in people)
        if speakers < len(names):
            values = {"langs": code, "have": str(speakers), "need": str(len(names)), "groups": " ".join(names)}
            yield Reason("people.rota-language", {**values, "session": session.id})
    holders = sum(holds(one, session.section) for one in people)
    if holders < len(groups):
        values = {"section": session.section, "have": str(holders), "need": str(len(groups)), "session": session.id}
        yield Reason("people.rota-section", values)


def ways(workshop: Workshop, missing: Collection[str], rules: Rules = ANY_PAIRS) -> tuple[Reason, ...]:
    """Changes after which there is a rota under the rules, the smallest first; at most five."""
    found = (kind(workshop, missing, rules) for kind in (_single, _interpreter, _merged, _looser, _one_more))
    return tuple(way for way in found if way)


def _works(workshop: Workshop, missing: Collection[str], rules: Rules) -> bool:
    return solve(workshop, missing, rules=rules)[0] is not None


def _with(workshop: Workshop, **parts: object) -> Workshop:
    groups: Groups = replace(workshop.groups, **parts)  # type: ignore[arg-type]
    return replace(workshop, groups=groups)


def _single(workshop: Workshop, missing: Collection[str], rules: Rules) -> Reason | None:
    """One facilitator in groups that work in one language: as few groups as possible, the last ones first."""
    names = [
        group.name for group in reversed(workshop.groups.groups) if len(group.langs) == 1 and size_of(workshop, group) > 1
    ]
    for chosen in _fewest(names):
        if _works(_with(workshop, one_facilitator=(*workshop.groups.one_facilitator, *chosen)), missing, rules):
            return Reason("people.way-single", {"groups": " ".join(sorted(chosen))})
    return None


def _interpreter(workshop: Workshop, missing: Collection[str], rules: Rules) -> Reason | None:
    """An interpreter for one language, in as few groups as possible."""
    for code in dict.fromkeys(code for group in workshop.groups.groups for code in group.langs):
        names = [group.name for group in workshop.groups.groups if code in group.langs and len(group.langs) > 1]
        for chosen in _fewest(names):
            groups = tuple(
                replace(group, langs=tuple(other for other in group.langs if group.name not in chosen or other != code))
                for group in workshop.groups.groups
            )
            if _works(_with(workshop, groups=groups), missing, rules):
                return Reason("people.way-interpreter", {"langs": code, "groups": " ".join(chosen)})
    return None


def _merged(workshop: Workshop, missing: Collection[str], rules: Rules) -> Reason | None:
    """Two groups of the same languages made one, if a room is large enough for both."""
    groups = workshop.groups.groups
    each = -(-workshop.audience.expected // len(groups)) if groups else 0
    largest = max((room.seats for room in workshop.event.rooms.values()), default=0)
    for one, other in reversed(list(combinations(groups, 2))):
        if frozenset(one.langs) != frozenset(other.langs) or (largest and largest < 2 * each):
            continue
        if _works(_with(workshop, groups=tuple(group for group in groups if group != other)), missing, rules):
            values = {"groups": f"{one.name} {other.name}"}
            if not each:
                return Reason("people.way-merge-two", values)
            return Reason("people.way-merge", {**values, "seats": str(2 * each)})
    return None


def _looser(workshop: Workshop, missing: Collection[str], rules: Rules) -> Reason | None:
    """A group that sees somebody again; facilitators who move instead of the groups."""
    if workshop.groups.rotate == "facilitators":
        return Reason("people.way-seen-again") if _works(workshop, missing, Rules(fresh=False, unlike=False)) else None
    moving = _with(workshop, rotate="facilitators")
    carousel = workshop.groups.rotate == "participants"
    return Reason("people.way-facilitators-move") if carousel and _works(moving, missing, rules) else None


def _one_more(workshop: Workshop, missing: Collection[str], rules: Rules) -> Reason | None:
    """One more facilitator: for any section, with as few languages as possible; two where one is not enough."""
    codes = list(dict.fromkeys(code for group in workshop.groups.groups for code in group.langs))
    sets: list[tuple[str, ...]] = [chosen for count in range(1, len(codes) + 1) for chosen in combinations(codes, count)]
    for count in (1, 2):
        for langs in sets:
            more = tuple(Facilitator(f"{MORE}-{number}", langs) for number in range(count))
            if _works(replace(workshop, team=workshop.team + more), missing, rules):
                return Reason("people.way-one-more" if count == 1 else "people.way-two-more", {"langs": " ".join(langs)})
    return None


def _fewest(names: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Small sets of names, at most three at a time, then all of them."""
    for count in range(1, min(3, len(names)) + 1):
        yield from combinations(names, count)
    if len(names) > 3:
        yield tuple(names)
