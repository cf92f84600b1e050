"""The rota of the co-facilitators: group × break-out with the languages covered, and the way of each facilitator."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts import slides
from emmbuild.artefacts.parties import breakouts, group_room, group_title, named, pair
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import grid, head, hours, language_names, lead, sheet, table_file
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.model import Entry, Grid, Listing, Para, Piece
from emmbuild.workshop.impossible import Impossible
from emmbuild.workshop.model import Group, Session, Workshop


def make(kit: Kit, code: str) -> Iterator[Output]:
    words, workshop = kit.words(code), kit.workshop
    title = words.text("sheet.rota")
    table = _by_group(kit, code)
    pieces: list[Piece] = [head(title, bookmark="top"), *_rules(kit, code), table]
    if isinstance(kit.scene.rota, Impossible):
        entries = (Entry(words.text(one.key, **one.values)) for one in (*kit.scene.rota.reasons, *kit.scene.rota.ways))
        pieces += [Para(words.text("sheet.no-rota"), "mark", keep=True), Listing(tuple(entries))]
    pieces += [head(words.text("sheet.by-facilitator"), 2, new_page=True), _by_facilitator(kit, code)]
    yield sheet(
        kit,
        code,
        ARTEFACT.path("rota", code),
        title,
        pieces,
        audience="facilitator",
        copies=Copies(len(workshop.present), duplex=False),
        landscape=True,
    )
    yield table_file(kit, code, ARTEFACT.path("rota", code), title, table)


def _rules(kit: Kit, code: str) -> Iterator[Piece]:
    found = slides.rules(kit, code)
    if found:
        yield lead(words_of(" ".join(rule.plain for rule in found)))


def _session(kit: Kit, session: Session, code: str) -> Text:
    """ "Day 1, 11:00–13:00: Migration and Labour"."""
    words = kit.words(code)
    title = kit.title(session.section, code) if session.section else kit.called(session, code)
    when = words("paper.list_comma").join((words("workshop.day", number=session.day), hours(words, session)))
    return words_of(words("kind.about", kind=when, title=title.plain), title.lang)


def _by_group(kit: Kit, code: str) -> Grid:
    words, sessions = kit.words(code), breakouts(kit)
    header = (
        words.text("sheet.group-room"),
        words.text("sheet.languages"),
        *(_session(kit, session, code) for session in sessions),
    )
    rows = [_group(kit, group, sessions, code) for group in kit.workshop.groups.groups]
    return Grid(header, tuple(rows), role="plan", weights=(2.2, 2.4, *(3.4 for _ in sessions)))


def _group(kit: Kit, group: Group, sessions: tuple[Session, ...], code: str) -> tuple[Text, ...]:
    words = kit.words(code)
    where = " · ".join((group_title(kit, group, code).plain, group_room(kit, group, code).plain))
    cells = []
    for session in sessions:
        people = pair(kit, session, group.name)
        spoken = {name for one in people for name in one.langs}
        covered = language_names(kit, (name for name in group.langs if name in spoken), code)
        shown = named(kit, people, code).plain
        cells.append(words_of(words("sheet.with", title=shown, people=covered) if shown else ""))
    return words_of(where), words_of(slides.spoken(kit, group.langs, code)), *cells


def _by_facilitator(kit: Kit, code: str) -> Grid:
    words, sessions = kit.words(code), breakouts(kit)
    header = (words.text("sheet.name"), words.text("sheet.languages"), *(_session(kit, one, code) for one in sessions))
    rows = []
    for one in kit.workshop.present:
        cells = []
        for session in sessions:
            groups = [g for g in kit.workshop.groups.groups if one in pair(kit, session, g.name)]
            cells.append(words_of(" · ".join(group_title(kit, g, code).plain for g in groups)))
        rows.append((words_of(one.shown), words_of(language_names(kit, one.langs, code)), *cells))
    return grid(header, rows, (2.2, 3, *(3 for _ in sessions)))


def _has_breakouts(workshop: Workshop) -> bool:
    return bool(workshop.groups.groups) and any(session.kind == "breakout" for session in workshop.sessions)


ARTEFACT = Artefact("rota", "Rota of the co-facilitators", "trainers", "facilitator", make, wanted=_has_breakouts)
