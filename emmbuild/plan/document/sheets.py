"""Worksheets as sheets of their own: one exercise a file, to print or to fill on a screen, and the answer key.

A group sheet begins with the group's letter and ends with what to draw on a flip chart.
"""

from __future__ import annotations

from dataclasses import replace

from emmbuild.core.edition import Edition
from emmbuild.core.nodes import NO_META, Box, Question, Table
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.core.walk import nodes
from emmbuild.plan.document.blocks import pieces_of
from emmbuild.plan.document.desk import Desk, facts, short_id
from emmbuild.plan.document.matter import cover
from emmbuild.plan.document.model import Blank, Blanks, Document, Grid, Head, Para, Part, Piece

GROUPS = ("A", "B", "C", "D", "E")
GROUP_FIELD, NAMES_FIELD, DATE_FIELD = "group", "names", "date"
_SHEETS = ("worksheet", "application")


def worksheets(edition: Edition) -> tuple[Edition, ...]:
    """One edition for each worksheet and practical application of the section."""
    boxes = [node for node in nodes(edition.section.blocks) if isinstance(node, Box) and node.role in _SHEETS]
    return tuple(
        replace(edition, section=replace(edition.section, blocks=(box,)), part=short_id(box.meta.id).lower() or str(place))
        for place, box in enumerate(boxes, 1)
    )


def answer_keys(edition: Edition) -> tuple[Edition, ...]:
    """One edition with the questions of the section; none where it has no questions."""
    questions = tuple(node for node in nodes(edition.section.blocks) if isinstance(node, Question))
    return (replace(edition, section=replace(edition.section, blocks=questions)),) if questions else ()


def sheet(edition: Edition) -> Document:
    """The sheet of the one exercise in the edition."""
    desk = Desk(edition)
    pieces: list[Piece] = []
    for block in edition.section.blocks:
        pieces += _exercise(block, desk) if isinstance(block, Box) else pieces_of((block,), desk)
    return _document(edition, desk, tuple(pieces), "worksheet", form=True)


def key(edition: Edition) -> Document:
    """All questions of the section with their answers."""
    desk = Desk(edition, level=1)
    head = Head(1, edition.section.front.title, desk.bookmark(NO_META, "key"), desk.words("answer_key"))
    return _document(edition, desk, (head, *pieces_of(edition.section.blocks, desk)), "answer_key")


def _document(edition: Edition, desk: Desk, pieces: tuple[Piece, ...], what: str, *, form: bool = False) -> Document:
    front, words = edition.section.front, edition.words
    running = replace(words.text("paper.running", id=front.id, title=front.title.plain), lang=front.title.lang)
    name = next((piece.text for piece in pieces if isinstance(piece, Head)), front.title)
    kind = words.text(f"paper.{what}")
    title = f"{front.id} {name.plain} – {kind.plain}"
    return Document(
        cover(edition),
        EMPTY,
        (),
        (Part(pieces, running),),
        kind,
        edition.volume.plain,
        footnotes=edition.section.footnotes,
        targets=desk.targets,
        title=title,
        sheet=True,
        form=form,
    )


def _exercise(box: Box, desk: Desk) -> tuple[Piece, ...]:
    group = box.kind == "group"
    desk.level, desk.inside = 1, box.role
    head = Head(
        1, box.title or box.kicker, desk.bookmark(box.meta, "h"), box.kicker if box.title else EMPTY, facts(box.meta, desk)
    )
    who = (Blank(desk.words("group"), GROUP_FIELD, GROUPS),) if group else ()
    blanks = Blanks(
        (*who, Blank(desk.words("names" if group else "name"), NAMES_FIELD), Blank(desk.words("date"), DATE_FIELD))
    )
    lead = Para(desk.words("group_sheet" if group else "own_sheet"), "lead")
    body: list[Piece] = []
    for child in box.children:
        body += pieces_of((child,), desk)
        if isinstance(child, Table) and child.role == "schedule":
            body += _strip(child, desk)
    return (head, lead, blanks, *body, *(_flip_chart(box, desk) if group else ()))


def _strip(table: Table, desk: Desk) -> tuple[Piece, ...]:
    """How long each step takes, as a band with the steps to scale."""
    minutes = [row.meta.minutes for row in table.rows]
    if len(minutes) < 2 or not all(minutes):
        return ()
    words = desk.edition.words
    steps = tuple(words_of(words.number(place)) for place in range(1, len(minutes) + 1))
    least = sum(minutes) / 14  # a narrow step still has room for its number
    weights = tuple(max(float(value), least) for value in minutes)
    times = tuple(words_of(words.minutes(value)) for value in minutes)
    return (Para(desk.words("strip"), "label", keep=True), Grid(steps, (times,), role="strip", weights=weights))


def _flip_chart(box: Box, desk: Desk) -> tuple[Piece, ...]:
    """What the rapporteur draws: the columns of each table in large letters, with room below them."""
    tables = [child for child in box.children if isinstance(child, Table) and child.fill]
    if not tables:
        return ()
    head = Head(2, desk.words("flip_chart"), desk.bookmark(NO_META, "flip"), new_page=True)
    pieces: list[Piece] = [head, Para(desk.words("flip_lead"), "lead", keep=True)]
    for table in tables:
        rows: tuple[tuple[Text, ...], ...] = tuple((row.cells[:1] if row.cells else (EMPTY,)) for row in table.rows)
        if table.caption:
            pieces.append(Para(table.caption, "label", keep=True))
        pieces.append(Grid(table.header, rows, role="flip"))
    return tuple(pieces)
