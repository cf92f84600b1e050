"""The invitation and information note: a letter to fill in, the facts of the event, what to prepare, a slip to return."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.shape import Artefact, Kit, Output
from emmbuild.artefacts.sheets import (
    clock,
    grid,
    head,
    language_names,
    purposes,
    section_title,
    sheet,
    where_and_when,
)
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.model import Blank, Blanks, Entry, Lines, Listing, Para, Piece
from emmbuild.workshop.model import Day

_BRING = ("bring-figures", "bring-case", "bring-id")
_SLIP = ("name", "agency", "country", "language", "needs")


def make(kit: Kit, code: str) -> Iterator[Output]:
    words, workshop = kit.words(code), kit.workshop
    source, called = workshop.languages.source, kit.edition(code).section.front.title
    organiser = workshop.event.organiser.text(code, source).plain or words("sheet.organiser")
    pieces: list[Piece] = [
        head(words.text("sheet.invitation"), bookmark="top"),
        Blanks((Blank(words.text("sheet.to"), "to"),)),
        Para(words.text("sheet.invites", organiser=organiser, title=words.quoted(called.plain))),
    ]
    wanted = purposes(kit, code)
    if wanted:
        pieces += [Para(words.text("sheet.purposes"), "label", keep=True), wanted]
    pieces += [head(words.text("sheet.facts"), 2), grid(_two(kit, code), _facts(kit, code), (2, 6))]
    pieces += [head(words.text("sheet.contents"), 2), _contents(kit, code)]
    pieces += [head(words.text("sheet.before"), 2), Listing(tuple(Entry(text) for text in _before(kit, code)))]
    slip = tuple(Blank(words.text(f"sheet.{key}"), f"slip-{key}") for key in _SLIP)
    reply = words.text("sheet.slip-lead", contact=workshop.event.contact)
    pieces += [head(words.text("sheet.slip"), 2, new_page=True), Para(reply, "lead")]
    pieces += [Blanks(slip), Lines(2, words.text("sheet.expect"), "slip-expect")]
    title = words.text("sheet.invitation")
    yield sheet(kit, code, ARTEFACT.path("invitation", code), title, pieces, form=True)


def _two(kit: Kit, code: str) -> tuple[Text, ...]:
    return kit.words(code).text("sheet.what"), kit.words(code).text("sheet.details")


def _facts(kit: Kit, code: str) -> Iterator[tuple[Text, ...]]:
    words, workshop = kit.words(code), kit.workshop
    yield words.text("sheet.place-dates"), where_and_when(kit, code)
    times = (_hours(kit, day, code) for day in workshop.days)
    yield words.text("sheet.hours"), words_of(words("paper.list_comma").join(times))
    yield words.text("sheet.languages"), words_of(language_names(kit, workshop.languages.working, code))
    meant = workshop.languages.interpretation
    if meant.pairs:
        pairs = (" – ".join(language_names(kit, (one,), code) for one in pair) for pair in meant.pairs)
        yield words.text("sheet.interpretation"), words_of(words("paper.list_comma").join(pairs))
    if workshop.event.contact:
        yield words.text("sheet.contact"), words_of(workshop.event.contact)


def _hours(kit: Kit, day: Day, code: str) -> str:
    words = kit.words(code)
    name = words("workshop.day", number=day.number)
    return words("sheet.day-hours", day=name, first=clock(words, day.start), last=clock(words, day.end))


def _contents(kit: Kit, code: str) -> Listing:
    names = (chosen.section for chosen in kit.workshop.content.sections)
    return Listing(tuple(Entry(section_title(kit, name, code)) for name in names))


def _before(kit: Kit, code: str) -> Iterator[Text]:
    words, prework = kit.words(code), kit.workshop.content.prework
    for name in prework.sections:
        title = words.quoted(section_title(kit, name, code).plain)
        if prework.due:
            yield words.text("sheet.prework-due", title=title, minutes=prework.minutes, date=words.date(prework.due))
        else:
            yield words.text("sheet.prework", title=title, minutes=prework.minutes)
    for key in _BRING:
        yield words.text(f"sheet.{key}")


ARTEFACT = Artefact("invitation", "Invitation and information note", "participants", "participant", make)
