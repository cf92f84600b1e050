"""Core blocks → pieces of a document. Questions are in `questions`, what stands around in `matter`."""

from __future__ import annotations

from dataclasses import replace

from emmbuild.core.nodes import (
    Box,
    Bullets,
    Definition,
    Figure,
    Heading,
    Item,
    Meta,
    Node,
    Notes,
    Paragraph,
    Question,
    Quote,
    Slide,
    Table,
    WriteSpace,
)
from emmbuild.core.text import EMPTY, Plain, Strong, Text, words_of
from emmbuild.plan.document.desk import Desk, facts, short_id
from emmbuild.plan.document.model import (
    Caption,
    Entry,
    Grid,
    Head,
    Illustration,
    Lines,
    Listing,
    Panel,
    Para,
    Piece,
    Quotation,
    Rule,
)
from emmbuild.plan.document.questions import question
from emmbuild.plan.document.works import spelt_out

# Boxes that are parts of the document of their own, and those that are a part and a panel; the others are panels
# in the running text.
_PARTS = frozenset({"case", "application", "worksheet", "check", "resources", "links"})
_OPENERS = frozenset({"objectives", "guiding", "messages"})
_ON_NEW_PAGE = frozenset({"worksheet", "check"})
_LABELLED = frozenset({"objectives"})
CASE_LINES = 3


def pieces_of(blocks: tuple[Node, ...], desk: Desk) -> tuple[Piece, ...]:
    """The blocks as pieces, in the same order."""
    found: list[Piece] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Box) and block.role in _PARTS | _OPENERS:
            found += _part(block, blocks[place + 1 :], desk)
        else:
            found += _one(block, desk)
    return tuple(found)


def _one(block: Node, desk: Desk) -> tuple[Piece, ...]:
    match block:
        case Heading(level=level, text=text, meta=meta):
            desk.level = level
            return (Head(level, text, desk.bookmark(meta, "h"), facts=facts(meta, desk)),)
        case Paragraph(text=text, role=role):
            return (Para(marked(text, desk), role, keep=role == "label"),)
        case Bullets():
            return _bullets(block, desk)
        case Table():
            return (_table(block, desk),)
        case Figure(caption=text, meta=meta):
            return (Illustration(block, _caption("figure", text, meta, desk)),)
        case Quote(children=children, by=by):
            return (Quotation(pieces_of(children, desk), by),)
        case Definition():
            return (_definition(block, desk),)
        case Box(role=role, title=title, kicker=kicker, children=children):
            if role == "variant" or not (title or kicker):
                return pieces_of(children, desk)
            return (Panel(role, title or kicker, pieces_of(children, desk), kicker if title else EMPTY),)
        case Notes():
            return _notes(block, desk)
        case WriteSpace(label=label, lines=lines, meta=meta):
            if desk.facilitator:
                return (Para(replace(desk.words("writes", label=label.plain), lang=label.lang), "source"),)
            return (Lines(lines, label, meta.id),)
        case Question():
            desk.questions += 1
            return question(block, desk, desk.questions, lambda stem: pieces_of(stem, desk))
        case Slide():
            return ()
    raise TypeError(f"no piece for {type(block).__name__}")


def _part(box: Box, after: tuple[Node, ...], desk: Desk) -> tuple[Piece, ...]:
    """A case, worksheet or the like: a heading of its own and its blocks in the running text."""
    closes = _closes_topic(after)
    level = 1 if closes else min(desk.level + 1, 3)
    before, desk.level, desk.inside = (desk.level, desk.inside), level, box.role
    head = Head(
        level,
        box.title or box.kicker,
        desk.bookmark(box.meta, "h"),
        box.kicker if box.title else EMPTY,
        facts(box.meta, desk),
        new_page=box.role in _ON_NEW_PAGE,
    )
    inner = pieces_of(box.children, desk)
    if box.role in _OPENERS:
        inner = (Panel(box.role, EMPTY, inner),)
    desk.level, desk.inside = before
    return (head, *inner, *(() if closes else (Rule(),)))


def _closes_topic(after: tuple[Node, ...]) -> bool:
    """Whether no running text of the same topic comes after a boxed part."""
    for block in after:
        if isinstance(block, Heading):
            return block.level == 1
        if not isinstance(block, Box | Slide | Notes):
            return False
    return True


def _bullets(block: Bullets, desk: Desk) -> tuple[Piece, ...]:
    if desk.inside == "case" and block.role == "questions" and not desk.facilitator:
        return _questions_with_room(block, desk)
    entries = tuple(_entry(item, block.role, desk) for item in block.items)
    return (Listing(entries, block.ordered),)


def _entry(item: Item, role: str, desk: Desk) -> Entry:
    label = words_of(short_id(item.meta.id) if role in _LABELLED else "")
    source, text = spelt_out(item.text, desk.edition.library) if role == "resources" else (EMPTY, item.text)
    return Entry(marked(text, desk), source, label, pieces_of(item.children, desk))


def _questions_with_room(block: Bullets, desk: Desk) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for number, item in enumerate(block.items, 1):
        label = desk.words("number", number=number) if block.ordered else EMPTY
        found.append(Para(item.text, "question", label, keep=True))
        found += pieces_of(item.children, desk)
        found.append(Lines(CASE_LINES, field=item.meta.id))
    return tuple(found)


def _table(block: Table, desk: Desk) -> Grid:
    fill = block.fill and not desk.facilitator
    role = "fill" if fill else ("schedule" if block.role == "schedule" else "data")
    rows = tuple(row.cells for row in block.rows)
    caption = _caption("table", block.caption, block.meta, desk)
    return Grid(block.header, rows, caption, role, block.weights, field=block.meta.id if fill else "")


def _caption(kind: str, text: Text, meta: Meta, desk: Desk) -> Caption | None:
    if not text:
        return None
    number = desk.figures + 1 if kind == "figure" else desk.tables + 1
    if kind == "figure":
        desk.figures = number
    else:
        desk.tables = number
    return Caption(kind, number, desk.words(kind, number=number), text, desk.bookmark(meta, kind[0]))


def _definition(block: Definition, desk: Desk) -> Panel:
    inner = pieces_of(block.children, desk)
    source = (Para(block.source, "source"),) if block.source else ()
    return Panel("definition", block.term, (*inner, *source), desk.words("definition"))


def _notes(block: Notes, desk: Desk) -> tuple[Piece, ...]:
    if not desk.facilitator:
        return ()
    inner = pieces_of(block.children, desk)
    if block.role == "points":
        return (Para(block.title or desk.words("points"), "mark", keep=True), *inner)
    minutes = block.meta.minutes
    kicker = words_of(desk.edition.words.minutes(minutes)) if minutes else EMPTY
    return (Panel(block.role, block.title or desk.words("note"), inner, kicker),)


def marked(text: Text, desk: Desk) -> Text:
    """SAY and DO at the beginning of a facilitator's paragraph, set as labels."""
    if not desk.facilitator or not text.inlines or not isinstance(text.inlines[0], Plain):
        return text
    first = text.inlines[0].text
    for mark in (desk.edition.words("paper.say"), desk.edition.words("paper.do"), "SAY", "DO"):
        if first.startswith(mark) and first[len(mark) :][:1] in (" ", ":", "\u00a0", "\u202f", "："):
            rest = (Strong((Plain(mark),)), Plain(first[len(mark) :]), *text.inlines[1:])
            return replace(text, inlines=rest)
    return text
