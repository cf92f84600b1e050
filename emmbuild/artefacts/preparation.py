"""The preparation checklist: what to do when, from four weeks before the workshop to the follow-up, with dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import BLANK, head, lead, sheet, where_and_when
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.model import Grid, Piece


@dataclass(frozen=True, slots=True)
class Part:
    """The tasks of one time: `days` from the first day (below 0) or the last day (above 0), 0 while the workshop runs."""

    name: str
    days: int
    tasks: tuple[str, ...]


PARTS = (
    Part("four-weeks", -28, ("concept", "venue", "invite", "interpreters", "team")),
    Part("two-weeks", -14, ("participants", "groups", "prework", "access", "translation")),
    Part("one-week", -7, ("print", "interpreters-pack", "packs", "rehearse", "equipment")),
    Part("day-before", -1, ("meeting", "rooms", "signs", "cards", "technique")),
    Part("each-morning", 0, ("attendance", "time", "parked")),
    Part("each-evening", 0, ("evaluation", "debrief", "adjust")),
    Part("next-day", 1, ("results", "thanks", "privacy")),
    Part("two-weeks-after", 14, ("report", "certificates")),
)
_FOLLOW_UP = ("follow-up",)


def make(kit: Kit, code: str) -> Iterator[Output]:
    words = kit.words(code)
    pieces: list[Piece] = [head(words.text("sheet.preparation"), bookmark="top"), lead(where_and_when(kit, code))]
    for name, due, tasks in parts(kit):
        pieces += _part(kit, code, name, due, tasks)
    title = words.text("sheet.preparation")
    yield sheet(
        kit, code, ARTEFACT.path("preparation", code), title, pieces, audience="admin", copies=Copies(1, duplex=True)
    )


def parts(kit: Kit) -> Iterator[tuple[str, date | None, tuple[str, ...]]]:
    """(name, day on which it is due, tasks that concern this workshop) in the order of time; the day is None for what is
    done while the workshop runs."""
    dates = kit.workshop.event.dates
    for part in PARTS:
        due = (dates[-1] if part.days > 0 else dates[0]) + timedelta(days=part.days) if dates and part.days else None
        yield part.name, due, tuple(task for task in part.tasks if _concerns(kit, task))
    if months := kit.workshop.assessment.level3_months:
        yield "later", _months_later(dates[-1], months) if dates else None, _FOLLOW_UP


def _part(kit: Kit, code: str, when: str, due: date | None, tasks: tuple[str, ...]) -> Iterator[Piece]:
    words = kit.words(code)
    title = words(f"sheet.{when}")
    if due:
        title = f"{title} · {words.date(due, weekday=True)}"
    rows = [_row(words.text(f"task.{task}")) for task in tasks]
    if rows:
        header = (words_of("☐"), *(words.text(f"sheet.{key}") for key in ("task", "who", "done-on")))
        yield head(words_of(title), 2, f"when_{when.replace('-', '_')}")
        yield Grid(header, tuple(rows), role="register", weights=(0.6, 6, 2, 1.6))


def _row(task: Text) -> tuple[Text, ...]:
    return words_of("☐"), task, BLANK, BLANK


def _concerns(kit: Kit, task: str) -> bool:
    """Whether this workshop has what the task is about."""
    workshop = kit.workshop
    match task:
        case "interpreters" | "interpreters-pack":
            return bool(workshop.languages.interpretation.pairs)
        case "prework":
            return bool(workshop.content.prework.sections)
        case "groups":
            return bool(workshop.groups.groups)
        case "translation":
            return len(workshop.languages.working) > 1
        case "results":
            return bool(workshop.assessment.test_items)
    return True


def _months_later(day: date, months: int) -> date:
    """The same day of the month, or the last day that a shorter month has."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


ARTEFACT = Artefact("preparation", "Preparation checklist with due dates", "trainers", "admin", make)
