"""Calendars: the whole event in each language, one for each facilitator, and what is due before and after."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from emmbuild.artefacts import preparation
from emmbuild.artefacts.shape import Artefact, File, Kit, Output
from emmbuild.artefacts.sheets import where
from emmbuild.render.ics import Entry, calendar
from emmbuild.workshop.model import Day, Facilitator, Rota, Session

SILENT = ("buffer",)


def make(kit: Kit, code: str) -> Iterator[Output]:
    workshop = kit.workshop
    if not workshop.event.dates:
        return
    yield _file(kit, f"participants/{code}/calendar-{code}.ics", title(kit, code), _all(kit, code), code)
    if code != workshop.languages.source:
        return
    for one in workshop.present:
        name = f"{one.shown}: {title(kit, code)}"
        yield _file(kit, f"trainers/calendars/{one.id}.ics", name, _own(kit, one, code), code)
    yield _file(kit, "trainers/calendars/preparation.ics", title(kit, code), _tasks(kit, code), code)


def title(kit: Kit, code: str) -> str:
    return kit.edition(code).section.front.title.plain


def _file(kit: Kit, path: str, name: str, entries: Iterator[Entry], code: str) -> File:
    event = kit.workshop.event
    return File(path, calendar(name, event.timezone, event.dates[0], entries), code)


def _all(kit: Kit, code: str) -> Iterator[Entry]:
    for day in kit.workshop.days:
        for session in day.sessions:
            if day.date and session.kind not in SILENT:
                yield _entry(kit, day, session, code)


def _entry(kit: Kit, day: Day, session: Session, code: str, place: str = "", about: str = "") -> Entry:
    assert day.date
    return Entry(
        f"{session.id}@{kit.workshop.id}.emmbuild",
        kit.called(session, code).plain,
        _moment(day.date, session.start),
        _moment(day.date, session.end),
        place or _place(kit, session, code),
        about,
    )


def _moment(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


def _place(kit: Kit, session: Session, code: str) -> str:
    event, source = kit.workshop.event, kit.workshop.languages.source
    parts = (where(kit, session, code).plain, event.venue.text(code, source).plain, event.city.text(code, source).plain)
    return kit.words(code)("paper.list_comma").join(part for part in parts if part)


def _own(kit: Kit, one: Facilitator, code: str) -> Iterator[Entry]:
    """The sessions that a facilitator leads, and the groups that the rota gives to them."""
    words, rota = kit.words(code), kit.scene.rota
    for day in kit.workshop.days:
        for session in day.sessions:
            pairs = rota.pairs.get(session.id, {}) if isinstance(rota, Rota) else {}
            groups = [name for name, pair in pairs.items() if one.id in pair]
            if not day.date or not (one.id in session.by or groups):
                continue
            place, about = "", ""
            if groups:
                group = next(group for group in kit.workshop.groups.groups if group.name == groups[0])
                room = kit.workshop.room(group.room)
                place = room.label.text(code, kit.workshop.languages.source).plain if room else group.room
                others = [kit.workshop.facilitator(name) for name in pairs[groups[0]] if name != one.id]
                about = words("calendar.group", group=words.join(groups))
                if names := [other.shown for other in others if other]:
                    about += " · " + words("calendar.led", names=words.join([one.shown, *names]))
            entry = _entry(kit, day, session, code, place, about)
            yield Entry(f"{one.id}-{entry.uid}", entry.summary, entry.start, entry.end, entry.place, entry.about)


def _tasks(kit: Kit, code: str) -> Iterator[Entry]:
    words, workshop = kit.words(code), kit.workshop
    for name, due, tasks in preparation.parts(kit):
        if due:
            listed = "\n".join(words(f"task.{task}") for task in tasks)
            summary = f"{words('sheet.preparation')}: {words(f'sheet.{name}')}"
            yield Entry(f"task-{name}@{workshop.id}.emmbuild", summary, due, about=listed)
    if workshop.content.prework.due:
        yield Entry(f"task-prework-due@{workshop.id}.emmbuild", words("due.prework"), workshop.content.prework.due)


ARTEFACT = Artefact(
    "calendars",
    "Calendars (ICS)",
    "participants",
    "participant",
    make,
    wanted=lambda workshop: "ics" in workshop.deliver.data,
)
