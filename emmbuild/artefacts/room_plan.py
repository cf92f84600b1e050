"""The room plan: what each room has and needs, and which group or session is in it when."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.parties import headcount, leads, members, named, pair
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import BLANK, day_title, grid, head, hours, lead, sheet, where_and_when
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.model import Entry, Grid, Listing, Piece
from emmbuild.workshop.model import PAUSES, Day, Room, Session, Workshop

PLENARY = "plenary"


def make(kit: Kit, code: str) -> Iterator[Output]:
    words, workshop = kit.words(code), kit.workshop
    title = words.text("sheet.room-plan")
    pieces: list[Piece] = [head(title, bookmark="top"), lead(where_and_when(kit, code)), _rooms(kit, code)]
    moves = ("moves-facilitators", "moves-participants", "moves-reshuffle")
    key = f"moves-{workshop.groups.rotate}"
    if workshop.groups.groups and key in moves:
        pieces.append(Listing((Entry(words.text(f"sheet.{key}")), Entry(words.text("sheet.walking")))))
    for day in workshop.days:
        pieces += [head(day_title(kit, day, code), 2, f"day_{day.number}", new_page=True), _matrix(kit, day, code)]
    yield sheet(
        kit,
        code,
        ARTEFACT.path("room-plan", code),
        title,
        pieces,
        audience="facilitator",
        copies=Copies(2, duplex=False),
        landscape=True,
    )


def _rooms(kit: Kit, code: str) -> Grid:
    words, workshop = kit.words(code), kit.workshop
    keys = ("room", "seats", "people-in-room", "layout", "equipment", "step-free")
    header = tuple(words.text(f"sheet.{key}") for key in keys)
    rows = []
    for room in workshop.event.rooms.values():
        layout = words.text(f"layout.{room.layout}") if room.layout else BLANK
        seats = words_of(words.number(room.seats)) if room.seats else BLANK
        free = words.text("sheet.yes" if room.step_free else "sheet.no")
        people, needs = words_of(_count(kit, room, code)), _equipment(room, kit, code)
        rows.append((_label(kit, room, code), seats, people, layout, needs, free))
    return grid(header, rows, (3, 1.4, 1.8, 2.4, 4, 1.8))


def _label(kit: Kit, room: Room, code: str) -> Text:
    return room.label.text(code, kit.workshop.languages.source) if room.label else words_of(room.id)


def _count(kit: Kit, room: Room, code: str) -> str:
    """How many people will be in a room: all of them, or the group and its facilitators."""
    words, workshop = kit.words(code), kit.workshop
    if room.id == PLENARY:
        return words.number(headcount(kit) + len(workshop.present))
    here = [group for group in workshop.groups.groups if group.room == room.id]
    if not here:
        return ""
    group = here[0]
    placed = len(members(kit)[group.name])
    share = placed or -(-headcount(kit) // len(workshop.groups.groups))
    return words.number(share + workshop.groups.facilitators_per_group)


def _equipment(room: Room, kit: Kit, code: str) -> Text:
    words = kit.words(code)
    found = [words("sheet.projectors", number=room.projectors)] if room.projectors else []
    found += [words("sheet.booths", number=room.booths)] if room.booths else []
    found += [words("sheet.flip-charts", number=2 if room.id == PLENARY else 1)]
    return words_of(words("paper.list_comma").join(found))


def _matrix(kit: Kit, day: Day, code: str) -> Grid:
    words = kit.words(code)
    rooms = list(kit.workshop.event.rooms.values())
    header = (words.text("workshop.time"), *(_label(kit, room, code) for room in rooms))
    rows = [(words_of(hours(words, one)), *(_here(kit, one, room, code) for room in rooms)) for one in day.sessions]
    pauses = frozenset(place for place, one in enumerate(day.sessions) if one.kind in PAUSES)
    return Grid(header, tuple(rows), role="plan", weights=(2.0, *(2.2 for _ in rooms)), tinted=pauses)


def _here(kit: Kit, session: Session, room: Room, code: str) -> Text:
    if session.kind in PAUSES:
        return kit.called(session, code) if room.id == PLENARY else BLANK
    if session.kind != "breakout":
        here = (session.room or PLENARY) == room.id
        return _with(kit.called(session, code), named(kit, leads(kit, session), code), kit, code) if here else BLANK
    for group in kit.workshop.groups.groups:
        if group.room == room.id:
            title = kit.words(code).text("paper.group_named", name=group.name)
            return _with(title, named(kit, pair(kit, session, group.name), code), kit, code)
    return BLANK


def _with(title: Text, people: Text, kit: Kit, code: str) -> Text:
    """ "Group A (Amal and Bruno)"."""
    if not people:
        return title
    made = kit.words(code)("sheet.with", title=title.plain, people=people.plain)
    return words_of(made, title.lang)


def _has_rooms(workshop: Workshop) -> bool:
    return bool(workshop.event.rooms)


ARTEFACT = Artefact("room-plan", "Room plan: rooms and times", "trainers", "facilitator", make, wanted=_has_rooms)
