"""Which facilitators are with which group in which break-out.

Together they speak every language of the group and one of them holds the section. Where facilitators rotate, no group
sees anybody twice and no two facilitators work together twice; the second is given up where there are too few people.
Who is absent is replaced with as few changes as can be.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from emmbuild.workshop import staffing
from emmbuild.workshop.impossible import Impossible
from emmbuild.workshop.model import Facilitator, Group, Reason, Rota, Session, Workshop
from emmbuild.workshop.reshuffle import carousel
from emmbuild.workshop.staffing import Post, Rules


@dataclass(frozen=True, slots=True)
class Change:
    """`gone` gave the place in the group to `come`."""

    session: str
    group: str
    gone: tuple[str, ...]
    come: tuple[str, ...]


def breakouts(workshop: Workshop) -> tuple[Session, ...]:
    return tuple(session for session in workshop.sessions if session.kind == "breakout")


def plan(workshop: Workshop, without: Collection[str] = ()) -> Rota | Impossible:
    """The rota without the people in `without` and those whom the recipe calls absent.

    It is the rota of the whole team, with two in every group, and the fewest changes: those who are well keep what they
    prepared.
    """
    missing = {one.id for one in workshop.team if one.absent or one.id in without}
    full = replace(workshop, groups=replace(workshop.groups, one_facilitator=()))
    whole, _ = best(full, frozenset())
    if not missing and not workshop.groups.one_facilitator and whole is not None:
        return whole
    found, proven = best(workshop, missing, whole)
    if found is not None:
        return found
    from emmbuild.workshop import rota_reasons

    return Impossible(rota_reasons.reasons(workshop, missing), rota_reasons.ways(workshop, missing), proven)


def changes(old: Rota, new: Rota) -> tuple[Change, ...]:
    """What is different, in the order of the sessions and groups."""
    found = []
    for session, groups in new.pairs.items():
        for group, now in groups.items():
            then = old.pairs.get(session, {}).get(group, ())
            gone = tuple(id for id in then if id not in now)
            come = tuple(id for id in now if id not in then)
            if gone or come:
                found.append(Change(session, group, gone, come))
    return tuple(found)


def best(workshop: Workshop, missing: Collection[str], old: Rota | None = None) -> tuple[Rota | None, bool]:
    """A rota in which no two people work together twice; where there is none, one in which some do (ROT102 says so)."""
    found, proven = solve(workshop, missing, old)
    return (found, proven) if found is not None else solve(workshop, missing, old, Rules(unlike=False))


def solve(
    workshop: Workshop, missing: Collection[str], old: Rota | None = None, rules: Rules | None = None
) -> tuple[Rota | None, bool]:
    """A rota, or None; and whether that answer is proven."""
    sessions = breakouts(workshop)
    rotate = workshop.groups.rotate
    if rotate == "facilitators":
        return _rotating(workshop, sessions, missing, old, rules or Rules())
    found, proven = _staying(workshop, sessions, missing, old)
    if found is not None or rotate == "participants":
        return found, proven
    return _rotating(workshop, sessions, missing, old, Rules(fresh=False, unlike=False))


def size_of(workshop: Workshop, group: Group) -> int:
    """How many facilitators the group has: one where the recipe says that one must do."""
    return 1 if group.name in workshop.groups.one_facilitator else workshop.groups.facilitators_per_group


def available(workshop: Workshop, session: Session, missing: Collection[str]) -> tuple[Facilitator, ...]:
    """Who can lead groups in the session: there on that day and, if the session names people, one of them."""
    people = {one.id: one for one in reversed(workshop.team)}  # of two with one id the first: STF103 reports them
    return tuple(
        one
        for one in reversed(people.values())
        if one.id not in missing
        and one.role in ("lead", "facilitator")
        and (not one.days or session.day in one.days)
        and (not session.by or one.id in session.by)
    )


def _rotating(
    workshop: Workshop, sessions: tuple[Session, ...], missing: Collection[str], old: Rota | None, rules: Rules
) -> tuple[Rota | None, bool]:
    posts = [
        Post(
            group.name,
            (session.id,),
            frozenset(group.langs),
            (session.section,),
            available(workshop, session, missing),
            size_of(workshop, group),
            old.pairs.get(session.id, {}).get(group.name, ()) if old else (),
        )
        for session in sessions
        for group in workshop.groups.groups
    ]
    teams, proven = staffing.fill(posts, rules)
    if teams is None:
        return None, proven
    pairs: dict[str, dict[str, tuple[str, ...]]] = {session.id: {} for session in sessions}
    for post, team in zip(posts, teams, strict=True):
        pairs[post.sessions[0]][post.group] = team
    return Rota(pairs), proven


def _staying(
    workshop: Workshop, sessions: tuple[Session, ...], missing: Collection[str], old: Rota | None
) -> tuple[Rota | None, bool]:
    """Each room keeps its facilitators; the groups stay with them, or go round."""
    ids = [session.id for session in sessions]
    rounds = carousel(workshop.groups, ids)
    if workshop.groups.rotate != "participants":
        rounds = {id: {group.name: group.name for group in workshop.groups.groups} for id in ids}
    everybody = [set(available(workshop, session, missing)) for session in sessions]
    people = tuple(one for one in workshop.team if all(one in there for there in everybody))
    posts = [
        Post(
            group.name,
            tuple(ids),
            frozenset(group.langs),
            tuple(dict.fromkeys(session.section for session in sessions)),
            people,
            size_of(workshop, group),
            _had(old, ids, rounds, group.name),
        )
        for group in workshop.groups.groups
    ]
    teams, proven = staffing.fill(posts, Rules(fresh=False, unlike=False))
    if teams is None:
        return None, proven
    at = {post.group: team for post, team in zip(posts, teams, strict=True)}
    return Rota({id: {group: at[room] for group, room in rounds[id].items()} for id in ids}), proven


def _had(old: Rota | None, ids: list[str], rounds: dict[str, dict[str, str]], room: str) -> tuple[str, ...]:
    if old is None or not ids:
        return ()
    group = next(name for name, visited in rounds[ids[0]].items() if visited == room)
    return old.pairs.get(ids[0], {}).get(group, ())


def faults(workshop: Workshop, rota: Rota) -> tuple[Reason, ...]:
    """What a rota, from wherever, does wrong; empty for every rota that `plan` makes."""
    found = []
    groups = {group.name: group for group in workshop.groups.groups}
    rotating = workshop.groups.rotate == "facilitators"
    seen: set[tuple[str, str]] = set()
    worked: set[frozenset[str]] = set()
    for session in breakouts(workshop):
        there = {one.id: one for one in available(workshop, session, {one.id for one in workshop.team if one.absent})}
        busy: set[str] = set()
        for name, group in groups.items():
            ids = rota.pairs.get(session.id, {}).get(name, ())
            where = {"session": session.id, "group": name}
            team = [there[id] for id in ids if id in there]
            lacking = sorted(set(group.langs) - {code for one in team for code in one.langs})
            if lacking:
                found.append(Reason("people.rota-not-covered", {**where, "langs": " ".join(lacking)}))
            if not any(staffing.holds(one, session.section) for one in team):
                found.append(Reason("people.rota-section-missing", {**where, "section": session.section}))
            for id in ids:
                if id not in there:
                    found.append(Reason("people.rota-not-there", {**where, "person": id}))
                if id in busy:
                    found.append(Reason("people.rota-twice-at-once", {**where, "person": id}))
                if rotating and (id, name) in seen:
                    found.append(Reason("people.rota-seen-before", {**where, "person": id}))
                busy.add(id)
                seen.add((id, name))
            if rotating and len(ids) > 1 and frozenset(ids) in worked:
                found.append(Reason("people.rota-pair-twice", {**where, "team": " ".join(ids)}))
            worked.add(frozenset(ids))
    return tuple(found)
