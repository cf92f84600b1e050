"""Calendars (RFC 5545) with full time-zones, so that no telephone moves a session. The home of icalendar."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Entry:
    """A session (`start` and `end` in local time) or a task of a whole day (`start` is a day, `end` None).

    `uid` must be the same in every build: calendars then move what they have instead of doubling it.
    """

    uid: str
    summary: str
    start: datetime | date
    end: datetime | None = None
    place: str = ""
    about: str = ""


def calendar(name: str, timezone: str, stamp: date, entries: Iterable[Entry]) -> bytes:
    """The .ics file. `stamp` is when the calendar says it was made: a day of the event, never the clock."""
    from icalendar import Calendar, Event

    zone = ZoneInfo(timezone)
    made = Calendar()
    made.add("prodid", "-//emmbuild//workshops//EN")
    made.add("version", "2.0")
    made.add("x-wr-calname", name)
    made.add("x-wr-timezone", timezone)
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
        event.add("summary", entry.summary)
        if isinstance(entry.start, datetime) and entry.end is not None:
            event.add("dtstart", entry.start.replace(tzinfo=zone))
            event.add("dtend", entry.end.replace(tzinfo=zone))
        else:
            event.add("dtstart", entry.start)
            event.add("dtend", entry.start + timedelta(days=1))
            event.add("transp", "TRANSPARENT")
        if entry.place:
            event.add("location", entry.place)
        if entry.about:
            event.add("description", entry.about)
        made.add_component(event)
    made.add_missing_timezones()
    return bytes(made.to_ical())
