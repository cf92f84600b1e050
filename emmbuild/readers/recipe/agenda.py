"""The agenda of a recipe: days and sessions, with every start worked out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from emmbuild.core.diagnostics import error
from emmbuild.readers.recipe.content import section_id
from emmbuild.readers.recipe.form import Form
from emmbuild.workshop.agenda import timed
from emmbuild.workshop.delivery import TeachBack
from emmbuild.workshop.model import KINDS, Content, Day, Event, Session

PRIORITIES = ("must", "should", "could")


def read(form: Form, event: Event, content: Content) -> tuple[Day, ...]:
    if not form.has("agenda"):
        form.missing("agenda", '[{day: 1, start: "09:00", end: "17:00", sessions: […]}]')
    days = []
    seen: dict[str, Session] = {}
    for place, one in enumerate(form.parts("agenda"), 1):
        number = one.whole("day", place, 1, 60)
        sessions: list[Session] = []
        for part in one.parts("sessions"):
            part.where = f"agenda, day {number}, session {part.text('id') or len(sessions) + 1}"
            session = _session(part, number, content)
            if session.id in seen:
                part.wrong("id", f"{session.id!r} is the id of two sessions", "give one of them another id")
            seen[session.id] = session
            sessions.append(session)
        start, end = one.clock("start"), one.clock("end")
        starts = [session.at for session in sessions if session.at is not None]
        begin = start if start is not None else (starts[0] if starts else 9 * 60)
        day = timed(Day(number, begin, 0, tuple(sessions), _date(event, place), one.span))
        last = max((session.end for session in day.sessions), default=begin)
        days.append(replace(day, end=end if end is not None else last))
        one.close()
    if event.dates and len(days) > len(event.dates):
        form.wrong("agenda", f"the agenda has {len(days)} days, the event {len(event.dates)}", "add a date to `event`")
    return tuple(days)


def _date(event: Event, place: int) -> date | None:
    return event.dates[place - 1] if place <= len(event.dates) else None


def _session(form: Form, day: int, content: Content) -> Session:
    for name, example in (("id", "in26"), ("kind", "input"), ("min", "45")):
        if not form.has(name):
            form.missing(name, example)
    section = section_id(form.text("section"))
    if form.has("pick"):
        place = form.whole("pick", 1, 1, 40)
        if place <= len(content.sections):
            section = content.sections[place - 1].section
        else:
            form.problems.append(
                error(
                    "RCP106",
                    f"{form.where} waits for chosen section number {place}, but `content` chooses {len(content.sections)}",
                    content.span,
                    hint=f"choose one more section, or leave the session out: changes: {{{form.text('id')}: remove}}",
                )
            )
    found = Session(
        form.text("id", "session", pattern=r"[a-z0-9][a-z0-9-]*", like="in26"),
        form.text("kind", "activity", choices=KINDS),
        form.whole("min", 0, 0, 1440),
        day,
        form.said("title"),
        form.clock("at"),
        0,
        form.names("by"),
        form.text("room"),
        form.text("floor"),
        form.text("use"),
        section,
        form.text("exercise"),
        form.names("teaches"),
        form.names("practises"),
        form.names("assesses"),
        form.names("blocks"),
        form.text("supplement"),
        form.whole("per_group", most=240),
        form.text("of"),
        form.said("note"),
        form.names("materials"),
        form.text("method"),
        form.text("priority", "should", choices=PRIORITIES),
        form.flag("lock"),
        form.span,
        form.spans(),
    )
    form.close()
    return found


def teachback(form: Form) -> TeachBack:
    found = TeachBack(
        form.whole("minutes", 10, 1, 120),
        form.whole("feedback", 5, 0, 60),
        form.whole("rooms", 1, 1, 40),
        form.names("blocks"),
        form.span,
    )
    form.close()
    return found
