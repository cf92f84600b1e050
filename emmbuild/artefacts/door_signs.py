"""Signs for the doors: a letter for each group to be read from the end of the corridor, the plenary, and arrows."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts import slides
from emmbuild.artefacts.parties import breakouts, group_title, scripts
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import head, hours, said, sheet
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.model import Para, Piece
from emmbuild.workshop.model import Group, Room

ARROWS = ("←", "→")
PLENARY = "plenary"


def make(kit: Kit, _: str) -> Iterator[Output]:
    """One file for all languages: everybody walks past the same door."""
    code = kit.workshop.languages.source
    words, workshop = kit.words(code), kit.workshop
    pieces: list[Piece] = []
    for group in workshop.groups.groups:
        pieces += _door(kit, group, code, first=not pieces)
    hall = workshop.room(PLENARY)
    if hall:
        pieces += _hall(kit, hall, code, first=not pieces)
        for place, arrow in enumerate(ARROWS):
            pieces += _arrow(kit, hall, arrow, place)
    if pieces:
        title = words.text("sheet.door-signs")
        yield sheet(
            kit,
            code,
            ARTEFACT.path("door-signs"),
            title,
            pieces,
            copies=Copies(1, colour=True, duplex=False),
            landscape=True,
        )


def _spoken(kit: Kit) -> tuple[str, ...]:
    """The languages of signs: the working ones, the source language first."""
    known = dict.fromkeys((kit.workshop.languages.source, *kit.workshop.languages.working))
    return tuple(code for code in known if code in kit.languages)


def _door(kit: Kit, group: Group, code: str, *, first: bool) -> Iterator[Piece]:
    room = kit.workshop.room(group.room)
    yield head(group_title(kit, group, code), 1, f"group_{group.name}", new_page=not first)
    yield Para(words_of(group.name), "sign")
    for reader in _spoken(kit):
        label = room.label.text(reader, code).plain if room and room.label else group.room
        line = f"{group_title(kit, group, reader).plain} · {label}"
        yield Para(said(words_of(line), _lang(reader, code)), "sign-line")
    for reader in scripts(kit):
        yield Para(said(words_of(slides.spoken(kit, group.langs, reader)), _lang(reader, code)), "sign-note")
    for reader in scripts(kit) if breakouts(kit) else ():
        yield from _sessions(kit, reader, code)


def _sessions(kit: Kit, reader: str, code: str) -> Iterator[Piece]:
    """The break-outs, and that people stay where they are, for readers of one script."""
    words = kit.words(reader)
    for session in breakouts(kit):
        title = kit.title(session.section, reader) if session.section else kit.called(session, reader)
        day = f"{words('workshop.day', number=session.day)} · " if len(kit.workshop.days) > 1 else ""
        line = f"{day}{hours(words, session)}  {title.plain}"
        yield Para(said(words_of(line), _lang(reader, code)), "sign-note")
    said_rules = " ".join(rule.plain for rule in slides.rules(kit, reader))
    if said_rules:
        yield Para(said(words_of(said_rules), _lang(reader, code)), "sign-note")


def _hall(kit: Kit, room: Room, code: str, *, first: bool) -> Iterator[Piece]:
    yield head(kit.edition(code).section.front.title, 1, "hall", new_page=not first)
    for label in _labels(kit, room, room.id):
        yield Para(label, "sign-line")
    for reader in scripts(kit):
        title = kit.workshop.title.text(reader, code)
        yield Para(said(title, title.lang or _lang(reader, code)), "sign-line")


def _arrow(kit: Kit, hall: Room, arrow: str, place: int) -> Iterator[Piece]:
    code = kit.workshop.languages.source
    yield head(kit.edition(code).section.front.title, 1, f"arrow_{place}", new_page=True)
    yield Para(words_of(arrow), "sign")
    for label in _labels(kit, hall, hall.id):
        yield Para(label, "sign-line")


def _labels(kit: Kit, room: Room | None, name: str) -> Iterator[Text]:
    """The name of a room in each language that has one of its own."""
    code, shown = kit.workshop.languages.source, set()
    for reader in _spoken(kit):
        text = room.label.text(reader, code) if room and room.label else words_of(name)
        if text.plain not in shown:
            shown.add(text.plain)
            yield said(text, text.lang or _lang(reader, code))


def _lang(reader: str, code: str) -> str:
    """The mark of words in another language than that of the file."""
    return "" if reader == code else reader


ARTEFACT = Artefact(
    "door-signs",
    "Door signs and arrows",
    "participants",
    "participant",
    make,
    languages="once",
    wanted=lambda workshop: bool(workshop.event.rooms),
)
