"""What is due when around a workshop: tasks with their days, for the calendars of those who prepare it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from emmbuild.workshop.model import Workshop

BEFORE = (("invite", 28), ("languages", 14), ("print", 10), ("interpreters", 5), ("room", 1))
AFTER = (("report", 14), ("forget", 365))


@dataclass(frozen=True, slots=True)
class Due:
    """`key` names the task's words (task.<key>)."""

    key: str
    day: date


def tasks(workshop: Workshop) -> Iterator[Due]:
    """The tasks in the order of their days; none where the event has no dates."""
    dates = workshop.event.dates
    if not dates:
        return
    found = [Due(key, dates[0] - timedelta(days=days)) for key, days in BEFORE if _wanted(key, workshop)]
    found += [Due(key, dates[-1] + timedelta(days=days)) for key, days in AFTER]
    if workshop.content.prework.due:
        found.append(Due("prework", workshop.content.prework.due))
    if workshop.assessment.level3_months:
        found.append(Due("followup", months_later(dates[-1], workshop.assessment.level3_months)))
    yield from sorted(found, key=lambda due: (due.day, due.key))


def _wanted(key: str, workshop: Workshop) -> bool:
    return key != "interpreters" or bool(workshop.languages.interpretation.pairs)


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the last day of that month."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))
