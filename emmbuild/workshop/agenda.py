"""Times of an agenda: starts follow from minutes; a fixed time wins and may leave a gap or cause a clash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.workshop.model import Day, Session


def timed(day: Day) -> Day:
    """The day with the start of every session: its fixed time, or the end of the session before it."""
    clock, sessions = day.start, []
    for session in day.sessions:
        start = session.at if session.at is not None else clock
        sessions.append(replace(session, start=start, day=day.number))
        clock = start + session.minutes
    return replace(day, sessions=tuple(sessions))


def clock(minutes: int) -> str:
    """ "08:30", in Latin digits; a language's own way is `Words.time`."""
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def gaps(day: Day) -> Iterator[tuple[Session | None, Session | None, int]]:
    """(before, after, minutes) for each hole in the day; minutes < 0 where two sessions overlap."""
    end, before = day.start, None
    for session in day.sessions:
        if session.start != end:
            yield before, session, session.start - end
        end, before = session.end, session
    if before is not None and end != day.end:
        yield before, None, day.end - end


def stretches(day: Day, pauses: tuple[str, ...] = ("break", "lunch", "prayer")) -> Iterator[tuple[Session, int]]:
    """(first session, minutes) of every stretch of work without a pause."""
    first: Session | None = None
    for session in day.sessions:
        if session.kind in pauses:
            if first is not None:
                yield first, session.start - first.start
            first = None
        elif first is None:
            first = session
    if first is not None:
        yield first, day.sessions[-1].end - first.start
