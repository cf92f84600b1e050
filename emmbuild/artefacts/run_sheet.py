"""The run sheet: everything that the one who keeps the time needs, day by day, and what to cut when time runs short."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts.parties import leads, named, pair
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import BLANK, day_title, head, hours, language_names, sheet, where
from emmbuild.core.nodes import Heading
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.model import Entry, Grid, Listing, Para, Piece
from emmbuild.workshop.model import PAUSES, Day, Session

_COLUMNS = (
    "workshop.time",
    "paper.minutes",
    "workshop.session",
    "sheet.kind",
    "sheet.lead",
    "workshop.room",
    "sheet.floor",
    "sheet.notes",
)
_WEIGHTS = (2.2, 1.2, 3.3, 1.7, 1.9, 1.7, 1.4, 3.6)


def make(kit: Kit, code: str) -> Iterator[Output]:
    words = kit.words(code)
    title = words.text("sheet.run-sheet")
    pieces: list[Piece] = []
    for place, day in enumerate(kit.workshop.days):
        pieces.append(head(day_title(kit, day, code), 1, f"day_{day.number}", new_page=place > 0))
        pieces.append(_day(kit, day, code))
        pieces += _cuts(kit, day, code)
    yield sheet(
        kit,
        code,
        ARTEFACT.path("run-sheet", code),
        title,
        pieces,
        audience="facilitator",
        copies=Copies(len(kit.workshop.present), colour=True, duplex=True, binding="staple"),
        landscape=True,
    )


def _day(kit: Kit, day: Day, code: str) -> Grid:
    words = kit.words(code)
    rows = tuple(
        (
            words_of(hours(words, one)),
            words_of(words.number(one.minutes)),
            kit.called(one, code),
            words.text(f"kind.{one.kind}"),
            named(kit, leads(kit, one), code),
            where(kit, one, code),
            _floor(kit, one, code),
            _notes(kit, one, code),
        )
        for one in day.sessions
    )
    pauses = frozenset(place for place, one in enumerate(day.sessions) if one.kind in PAUSES)
    return Grid(tuple(words.text(key) for key in _COLUMNS), rows, role="plan", weights=_WEIGHTS, tinted=pauses)


def _floor(kit: Kit, session: Session, code: str) -> Text:
    """The language spoken from the front; in break-outs each group has its own."""
    if session.kind in (*PAUSES, "breakout"):
        return BLANK
    working = kit.workshop.languages.working
    return words_of(language_names(kit, (session.floor or working[0],) if working else (), code))


def _notes(kit: Kit, session: Session, code: str) -> Text:
    """Groups and their facilitators, minutes per group, materials, and what the recipe notes."""
    words, workshop = kit.words(code), kit.workshop
    found = []
    if session.kind == "breakout":
        for group in workshop.groups.groups:
            people = named(kit, pair(kit, session, group.name), code).plain
            found.append(f"{group.name}: {people}" if people else "")
    if session.exercise:
        found.append(words("sheet.worksheet", name=session.exercise))
    if session.per_group:
        found.append(words("sheet.per-group", minutes=session.per_group))
    found += session.materials
    found.append(session.note.text(code, workshop.languages.source).plain)
    return words_of(" · ".join(part for part in found if part))


def _cuts(kit: Kit, day: Day, code: str) -> Iterator[Piece]:
    """What may go first, with the minutes that it gives back: "could" before "should"."""
    words = kit.words(code)
    entries: list[Entry] = []
    for priority in ("could", "should"):
        for session in day.sessions:
            entries += (Entry(text) for text in _cut(kit, session, priority, code))
    if entries:
        yield head(words.text("sheet.short-of-time"), 2, f"cuts_{day.number}")
        yield Para(words.text("sheet.cut-lead"), "lead", keep=True)
        yield Listing(tuple(entries), ordered=True)


def _cut(kit: Kit, session: Session, priority: str, code: str) -> Iterator[Text]:
    words = kit.words(code)
    level = words(f"paper.{priority}")
    title = kit.called(session, code).plain
    if session.kind in PAUSES or session.locked:
        return
    if session.priority == priority == "could":
        yield words.text("sheet.cut", level=level, title=title, minutes=words.minutes(session.minutes))
    elif session.kind == "input" and session.section in kit.scene.shelf.sections:
        for topic in _topics(kit, session.section, code):
            if topic.meta.priority == priority and topic.meta.minutes:
                part = words("sheet.part-of", part=topic.text.plain, title=title)
                yield words.text("sheet.cut", level=level, title=part, minutes=words.minutes(topic.meta.minutes))


def _topics(kit: Kit, section: str, code: str) -> Iterator[Heading]:
    """The topics of a section that this workshop presents."""
    for node in kit.section(section, code, "facilitator").section.blocks:
        if isinstance(node, Heading) and node.level == 1:
            yield node


ARTEFACT = Artefact("run-sheet", "Run sheet with a cut list", "trainers", "facilitator", make)
