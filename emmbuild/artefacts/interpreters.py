"""The interpreters' pack: who speaks what when, what will be said, the terms, the names and the acronyms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from emmbuild.artefacts import day_decks, glossary
from emmbuild.artefacts.parties import leads, named
from emmbuild.artefacts.shape import Artefact, Copies, File, Kit, Made, Output
from emmbuild.artefacts.sheets import BLANK, day_title, grid, head, hours, language_names, lead, section_title, sheet, where
from emmbuild.core import walk
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Box, Figure, Node
from emmbuild.core.text import Text, words_of
from emmbuild.core.walk import texts
from emmbuild.plan.document.blocks import pieces_of
from emmbuild.plan.document.desk import Desk
from emmbuild.plan.document.model import Grid, Piece
from emmbuild.workshop.model import PAUSES, Day, Session, Workshop

_SPOKEN = ("messages", "guiding", "extract")
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{1,7}\b")
_BEFORE = r"(?P<long>(?:[\w’'-]+\s+){1,9})\(%s\)"


def make(kit: Kit, code: str) -> Iterator[Output]:
    words = kit.words(code)
    copies = Copies(max(1, kit.workshop.languages.interpretation.per_booth), duplex=True, binding="staple")
    title = words.text("sheet.interpreters-agenda")
    pieces: list[Piece] = [head(title, bookmark="top"), lead(_pairs(kit, code))]
    for day in kit.workshop.days:
        pieces += [head(day_title(kit, day, code), 2, f"day_{day.number}"), _day(kit, day, code)]
    pieces += [head(words.text("sheet.names"), 1, "names", new_page=True), _names(kit, code)]
    acronyms = _acronyms(kit, code)
    if acronyms:
        header = (words.text("sheet.acronym"), words.text("sheet.meaning"))
        pieces += [head(words.text("sheet.acronyms"), 1, "acronyms"), grid(header, acronyms, (1.5, 6))]
    table = glossary.terms(kit, code)
    if table.rows:
        pieces += [head(words.text("paper.glossary"), 1, "terms", new_page=True), table]
    path = ARTEFACT.path("interpreters", code)
    yield sheet(kit, code, path, title, pieces, audience="interpreter", copies=copies, landscape=True)
    yield from _notes(kit, code, copies)


def _pairs(kit: Kit, code: str) -> Text:
    meant = kit.workshop.languages.interpretation.pairs
    pairs = (" – ".join(language_names(kit, (one,), code) for one in pair) for pair in meant)
    return words_of(kit.words(code)("paper.list_comma").join(pairs))


def _day(kit: Kit, day: Day, code: str) -> Grid:
    words = kit.words(code)
    keys = ("workshop.time", "workshop.session", "sheet.floor", "sheet.speaks", "workshop.room")
    rows = tuple(
        (
            words_of(hours(words, one)),
            kit.called(one, code),
            _floor(kit, one, code),
            named(kit, leads(kit, one), code),
            where(kit, one, code),
        )
        for one in day.sessions
    )
    pauses = frozenset(place for place, one in enumerate(day.sessions) if one.kind in PAUSES)
    return Grid(tuple(words.text(key) for key in keys), rows, role="plan", weights=(2.2, 3.6, 3.4, 2.2, 1.9), tinted=pauses)


def _floor(kit: Kit, session: Session, code: str) -> Text:
    if session.kind in PAUSES:
        return BLANK
    if session.kind == "breakout":
        groups = kit.workshop.groups.groups
        return words_of(" · ".join(f"{g.name}: {language_names(kit, g.langs, code)}" for g in groups))
    working = kit.workshop.languages.working
    return words_of(language_names(kit, (session.floor or working[0],), code)) if working else BLANK


def _names(kit: Kit, code: str) -> Grid:
    """Names that will be said: the team, the hosts, the place. No participant's."""
    words, event, source = kit.words(code), kit.workshop.event, kit.workshop.languages.source
    rows = [(words_of(one.shown), words.text(f"role.{one.role}")) for one in kit.workshop.present]
    hosts = [(event.organiser, "organiser"), (event.donor, "donor"), (event.venue, "venue")]
    hosts += [(one.name, "partners") for one in event.partners]
    rows += [(said.text(code, source), words.text(f"sheet.{key}")) for said, key in hosts if said]
    return grid((words.text("sheet.name"), words.text("sheet.role")), rows, (4, 4))


def _acronyms(kit: Kit, code: str) -> list[tuple[Text, Text]]:
    """Acronyms that the sections use, spelt out where a section does so; blank to fill in otherwise."""
    sections = [name.section for name in kit.workshop.content.sections if name.section in kit.scene.shelf.sections]
    shown = " ".join(text.plain for name in sections for text in texts(_spoken(kit.section(name, code))))
    found = []
    for name in sorted(set(_ACRONYM.findall(shown))):
        long = re.search(_BEFORE % re.escape(name), shown)
        found.append((words_of(name), words_of(_matching(long["long"], name) if long else "")))
    return found


def _spoken(edition: Edition) -> tuple[Node, ...]:
    """What is said of a section: no credits of figures, no further reading."""
    return walk.keep(edition.section.blocks, lambda node: not isinstance(node, Figure | Box) or _is_said(node))


def _is_said(node: Node) -> bool:
    return isinstance(node, Box) and node.role in _SPOKEN


def _matching(long: str, acronym: str) -> str:
    """The last of these words, from the one on whose initials begin the acronym; "" where none do."""
    parts = long.split()
    for place in range(len(parts) - 1, -1, -1):
        initials = iter("".join(word[0] for word in parts[place:]).upper())
        if parts[place][0].upper() == acronym[0] and all(letter in initials for letter in acronym):
            return " ".join(parts[place:])
    return ""


def _notes(kit: Kit, code: str, copies: Copies) -> Iterator[Output]:
    """What the presenters will say: the topics of each section that is presented, with its text and notes."""
    words = kit.words(code)
    for chosen in kit.workshop.content.sections:
        if chosen.section not in kit.scene.shelf.sections:
            continue
        edition = kit.section(chosen.section, code, "facilitator")
        desk = Desk(edition)
        spoken = tuple(node for node in edition.section.blocks if not isinstance(node, Box) or _is_said(node))
        title = section_title(kit, chosen.section, code)
        pieces = (head(title, bookmark="top"), lead(words.text("sheet.notes-lead")), *pieces_of(spoken, desk))
        path = ARTEFACT.path("speaking-notes", code, chosen.section.replace(".", "-"))
        name = words.text("sheet.speaking-notes")
        yield sheet(kit, code, path, name, pieces, audience="interpreter", copies=copies, edition=edition)


def slides(kit: Kit, made: tuple[Made, ...]) -> Iterator[Output]:
    """The slides of each day to read beforehand."""
    for one in made:
        name = PurePosixPath(one.path).stem
        if one.kind == "pdf" and one.source == day_decks.ARTEFACT.name and name.startswith(day_decks.DAY):
            yield File(f"{ARTEFACT.path(name.removesuffix(f'-{one.language}'), one.language)}.pdf", one.data, one.language)


def _interpreted(workshop: Workshop) -> bool:
    return bool(workshop.languages.interpretation.pairs)


ARTEFACT = Artefact("interpreters", "Interpreters’ pack", "interpreters", "interpreter", make, slides, wanted=_interpreted)
