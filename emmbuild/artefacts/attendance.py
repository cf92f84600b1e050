"""Attendance sheets: a sheet for each day, a column to sign for each half-day, headings in every script."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.parties import in_scripts
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import BLANK, clock, day_title, head, lead, sheet, table_file, where_and_when
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.model import Grid, Piece
from emmbuild.workshop.model import Day

_BLANK_ROWS = 6


def make(kit: Kit, _: str) -> Iterator[Output]:
    code = kit.workshop.languages.source
    pieces: list[Piece] = []
    for place, day in enumerate(kit.workshop.days):
        pieces.append(head(day_title(kit, day, code), 1, f"day_{day.number}", new_page=place > 0))
        pieces += [lead(where_and_when(kit, code)), _day(kit, day, code)]
    title = in_scripts(kit, "sheet.attendance")
    copies = Copies(1, duplex=False)
    yield sheet(kit, code, ARTEFACT.path("attendance"), title, pieces, audience="private", copies=copies)
    for day in kit.workshop.days:
        path = ARTEFACT.path("attendance", part=f"day-{day.number}")
        yield table_file(kit, code, path, day_title(kit, day, code), _day(kit, day, code))


def parts(kit: Kit, day: Day) -> tuple[tuple[int, int], ...]:
    """From when to when people sign: before and after lunch, or the whole day."""
    lunch = next((session for session in day.sessions if session.kind == "lunch"), None)
    if kit.workshop.attendance.per != "half-day" or lunch is None or lunch.start in (day.start, day.end):
        return ((day.start, day.end),)
    return ((day.start, lunch.start), (lunch.end, day.end))


def _day(kit: Kit, day: Day, code: str) -> Grid:
    words = kit.words(code)
    halves = parts(kit, day)
    times = (f"{clock(words, first)}–{clock(words, last)}" for first, last in halves)
    header = (
        words_of("№"),
        in_scripts(kit, "sheet.name"),
        in_scripts(kit, "sheet.agency"),
        *(words_of(f"{time} {in_scripts(kit, 'sheet.signature').plain}") for time in times),
    )
    people = [_names(person.name, person.name_local, person.agency) for person in kit.scene.people]
    people = people or [(BLANK, BLANK)] * kit.workshop.audience.expected
    rows = [
        (words_of(words.number(number)), *one, *(BLANK for _ in halves))
        for number, one in enumerate([*people, *((BLANK, BLANK),) * _BLANK_ROWS], 1)
    ]
    return Grid(header, tuple(rows), role="register", weights=(0.7, 4, 2.4, *(2.6 for _ in halves)))


def _names(name: str, second: str, agency: str) -> tuple[Text, Text]:
    return words_of(" · ".join(filter(None, (name, second)))), words_of(agency)


ARTEFACT = Artefact("attendance", "Attendance sheets to sign", "private", "private", make, languages="once")
