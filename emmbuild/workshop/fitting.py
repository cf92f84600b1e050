"""Less time than the agenda needs: what to cut, in which order, what every cut costs, and the agenda that is left.

First what could be left out, then what should be there; what a must objective hangs on stays. Nothing is cut that
would leave a must objective untaught, unpractised or unassessed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from emmbuild.workshop.agenda import timed
from emmbuild.workshop.completing import all_objectives
from emmbuild.workshop.coverage import topic_minutes
from emmbuild.workshop.facts import Shelf
from emmbuild.workshop.model import DEPTHS, PAUSES, Chosen, Day, Session, Workshop

KEPT = ("ceremony", "logistics", "test", "breakout", "input", "teachback")
SHORT_BREAK, SHORT_LUNCH = 15, 60


@dataclass(frozen=True, slots=True)
class Cut:
    """`kind`: out (the session goes), shorter, or depth (a section is taught at a lesser depth). `lost`: objectives that
    nothing else teaches, practises or assesses."""

    kind: str
    session: str
    minutes: int
    lost: tuple[str, ...] = ()
    depth: str = ""


@dataclass(frozen=True, slots=True)
class Fitted:
    """`missing`: minutes that could not be found without losing a must objective (0 = it fits)."""

    cuts: tuple[Cut, ...]
    days: tuple[Day, ...]
    content: tuple[Chosen, ...]
    missing: int = 0


def fitted(workshop: Workshop, shelf: Shelf, days: int) -> Fitted:
    """The workshop in its first `days` days."""
    frames = workshop.days[:days]
    room = sum(day.end - day.start for day in frames)
    pauses = [session for day in frames for session in day.sessions if session.kind in PAUSES and session.kind != "buffer"]
    sessions = [session for session in workshop.sessions if session.kind not in PAUSES]
    need = sum(session.minutes for session in sessions) + sum(session.minutes for session in pauses) - room
    cuts: list[Cut] = []
    content = workshop.content.sections
    for step in (_one_of_each, _could, _unneeded, _shorter_pauses, _shorter_groups, _lesser_depth, _should):
        if need <= 0:
            break
        for cut in step(workshop, shelf, sessions, pauses):
            if need <= 0:
                break
            cuts.append(cut)
            need -= cut.minutes
            sessions = _without(sessions, cut)
            pauses = _without(pauses, cut)
            if cut.depth:
                section = next(one.section for one in sessions if one.id == cut.session)
                content = tuple(replace(c, depth=cut.depth) if c.section == section else c for c in content)
    left = max(0, need)
    return Fitted(tuple(cuts), _packed(frames, sessions, pauses), content, left)


Step = Callable[[Workshop, Shelf, Sequence[Session], Sequence[Session]], Iterator[Cut]]


def _without(sessions: Sequence[Session], cut: Cut) -> list[Session]:
    found = []
    for session in sessions:
        if session.id != cut.session:
            found.append(session)
        elif cut.kind != "out":
            found.append(replace(session, minutes=session.minutes - cut.minutes, at=None))
    return found


def must_objectives(workshop: Workshop, shelf: Shelf) -> set[str]:
    """The chosen objectives that a topic of priority must teaches."""
    chosen = set(all_objectives(workshop, shelf))
    taught = {
        name
        for facts in shelf.sections.values()
        for topic in facts.topics
        if topic.priority == "must"
        for name in topic.objectives
    }
    return chosen & taught


def _needed(workshop: Workshop, shelf: Shelf, session: Session, others: Iterable[Session]) -> bool:
    """Whether a must objective would be taught, practised or assessed nowhere else."""
    must = must_objectives(workshop, shelf)
    rest = [one for one in others if one.id != session.id]
    for key in ("teaches", "practises", "assesses"):
        counted = [one for one in rest if key != "assesses" or one.use != "assessment/pre"]
        elsewhere = {name for one in counted for name in getattr(one, key)}
        if session.use != "assessment/pre" and (set(getattr(session, key)) & must) - elsewhere:
            return True
    return False


def _lost(session: Session, others: Iterable[Session]) -> tuple[str, ...]:
    """The objectives that nobody else teaches, practises or assesses."""
    rest = [one for one in others if one.id != session.id]
    found: list[str] = []
    for key in ("teaches", "practises", "assesses"):
        elsewhere = {name for one in rest for name in getattr(one, key)}
        found += [name for name in getattr(session, key) if name not in elsewhere]
    return tuple(dict.fromkeys(found))


def _serves(session: Session) -> bool:
    return bool(session.teaches or session.practises or session.assesses)


def _outs(
    workshop: Workshop, shelf: Shelf, sessions: Sequence[Session], wanted: Callable[[Session], bool]
) -> Iterator[Cut]:
    """Sessions to leave out, the last of the agenda first. A report goes with its break-out, not before."""
    left = list(sessions)
    for session in reversed(sessions):
        if session.locked or not wanted(session) or _needed(workshop, shelf, session, left):
            continue
        left.remove(session)
        yield Cut("out", session.id, session.minutes, _lost(session, (*left, session)))


def _one_of_each(workshop: Workshop, shelf: Shelf, sessions: Sequence[Session], pauses: Sequence[Session]) -> Iterator[Cut]:
    """Days that fall away take their own daily evaluation and recap with them."""
    seen: set[str] = set()
    for session in sessions:
        if session.use and session.kind in ("activity", "evaluation") and session.use in seen and not session.locked:
            yield Cut("out", session.id, session.minutes, _lost(session, sessions))
        seen.add(session.use)


def _could(workshop: Workshop, shelf: Shelf, sessions: Sequence[Session], pauses: Sequence[Session]) -> Iterator[Cut]:
    return _outs(workshop, shelf, sessions, lambda one: one.priority == "could")


def _unneeded(workshop: Workshop, shelf: Shelf, sessions: Sequence[Session], pauses: Sequence[Session]) -> Iterator[Cut]:
    """What serves no objective of the workshop: energisers, walls, talks on other things."""

    def wanted(one: Session) -> bool:
        return one.kind not in (*KEPT, "report", "evaluation") and one.priority != "must" and not _serves(one)

    return _outs(workshop, shelf, sessions, wanted)


def _shorter_pauses(
    workshop: Workshop, shelf: Shelf, sessions: Sequence[Session], pauses: Sequence[Session]
) -> Iterator[Cut]:
    for pause in pauses:
        least = SHORT_LUNCH if pause.kind == "lunch" else SHORT_BREAK
        if pause.minutes > least and pause.kind != "prayer" and not pause.locked:
            yield Cut("shorter", pause.id, pause.minutes - least)


def _shorter_groups(
    workshop: Workshop, shelf: Shelf, sessions: Sequence[Session], pauses: Sequence[Session]
) -> Iterator[Cut]:
    """Break-outs in the short version of their worksheet; reports of five minutes a group."""
    count = len(workshop.groups.groups)
    for session in sessions:
        facts = shelf.sections.get(session.section)
        part = facts.parts.get(session.exercise) if facts else None
        if session.kind == "breakout" and part and part.minutes < session.minutes and not session.locked:
            yield Cut("shorter", session.id, session.minutes - part.minutes)
        if session.kind == "report" and session.minutes > 5 * count and not session.locked:
            yield Cut("shorter", session.id, session.minutes - 5 * count)


def _lesser_depth(
    workshop: Workshop, shelf: Shelf, sessions: Sequence[Session], pauses: Sequence[Session]
) -> Iterator[Cut]:
    """Sections taught in brief: what is only should or could in them goes, its objectives with it."""
    must = must_objectives(workshop, shelf)
    for session in sessions:
        chosen, facts = workshop.content.of(session.section), shelf.sections.get(session.section)
        if session.kind != "input" or chosen is None or facts is None or chosen.blocks or chosen.depth == DEPTHS[0]:
            continue
        brief = replace(chosen, depth=DEPTHS[0])
        saved = min(
            session.minutes - topic_minutes(brief, facts), topic_minutes(chosen, facts) - topic_minutes(brief, facts)
        )
        if saved > 0:
            kept = {name for topic in facts.topics if topic.priority == "must" for name in topic.objectives}
            lost = tuple(name for name in session.teaches if name not in kept and name not in must)
            yield Cut("depth", session.id, saved, lost, DEPTHS[0])


def _should(workshop: Workshop, shelf: Shelf, sessions: Sequence[Session], pauses: Sequence[Session]) -> Iterator[Cut]:
    """Anything but ceremonies and registration that no must objective hangs on."""

    def wanted(one: Session) -> bool:
        return one.priority != "must" and one.kind not in ("ceremony", "logistics", "report")

    for cut in _outs(workshop, shelf, sessions, wanted):
        yield cut
        for report in (one for one in sessions if one.kind == "report" and one.of == cut.session):
            yield Cut("out", report.id, report.minutes)


def _packed(frames: Sequence[Day], sessions: Sequence[Session], pauses: Sequence[Session]) -> tuple[Day, ...]:
    """The sessions in their order, put into the days around the pauses; nothing is torn over a pause."""
    queue = list(sessions)
    days = []
    for place, frame in enumerate(frames):
        last = place == len(frames) - 1
        mine = [pause for pause in pauses if pause.day == frame.number]
        made: list[Session] = []
        clock = frame.start
        while queue or mine:
            due = mine[0] if mine else None
            ahead = queue[0] if queue else None
            after = sum(pause.minutes for pause in mine)
            fits = ahead is not None and (last or clock + ahead.minutes + after <= frame.end)
            if due is not None and (not fits or ahead is None or clock + ahead.minutes / 2 > due.start):
                made.append(replace(due, at=None))
                clock += due.minutes
                mine.pop(0)
            elif fits and ahead is not None:
                made.append(replace(ahead, at=None, day=frame.number))
                clock += ahead.minutes
                queue.pop(0)
            else:
                break
        spare = frame.end - clock
        if spare > 0:
            made.append(Session(f"spare-{frame.number}", "buffer", spare, frame.number))
        days.append(timed(replace(frame, sessions=tuple(made))))
    return tuple(days)
