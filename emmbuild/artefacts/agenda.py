"""The public agenda: a page for each day, times, titles, rooms and the languages spoken."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.parties import readers
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import (
    clock,
    day_title,
    grid,
    head,
    hours,
    language_names,
    lead,
    sheet,
    where,
    where_and_when,
)
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.model import Piece
from emmbuild.workshop.model import Day


def make(kit: Kit, code: str) -> Iterator[Output]:
    words, workshop = kit.words(code), kit.workshop
    title = words.text("workshop.agenda")
    pieces: list[Piece] = [head(kit.edition(code).section.front.title, bookmark="agenda"), lead(where_and_when(kit, code))]
    spoken = workshop.languages.working
    if len(spoken) > 1:
        pieces.append(lead(words.text("workshop.spoken", languages=language_names(kit, spoken, code))))
    for place, day in enumerate(workshop.days):
        pieces.append(head(day_title(kit, day, code), 2, f"day_{day.number}", new_page=place > 0))
        pieces.append(grid(_header(kit, code), _rows(kit, day, code), (1.8, 4.4, 1.9)))
    copies = Copies(readers(kit, code), duplex=True, binding="staple")
    yield sheet(kit, code, ARTEFACT.path("agenda", code), title, pieces, copies=copies)


def _header(kit: Kit, code: str) -> tuple[Text, ...]:
    words = kit.words(code)
    return words.text("workshop.time"), words.text("workshop.session"), words.text("workshop.room")


def _rows(kit: Kit, day: Day, code: str) -> Iterator[tuple[Text, ...]]:
    words = kit.words(code)
    for session in day.sessions:
        yield words_of(hours(words, session)), kit.called(session, code), where(kit, session, code)
    yield words_of(clock(words, day.end)), words.text("workshop.end"), words_of("")


ARTEFACT = Artefact("agenda", "Public agenda", "participants", "participant", make)
