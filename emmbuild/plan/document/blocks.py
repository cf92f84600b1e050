"""Core blocks → pieces of a document. Questions are in `questions`, what stands around in `matter`."""

from __future__ import annotations

from dataclasses import replace

from emmbuild.core.nodes import (
    NO_META,
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
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.plan.document.desk import Desk, facts, short_id
from emmbuild.plan.document.guide import steps
from emmbuild.plan.document.leads import marked
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
_LABELLED = frozenset({"objectives", "questions"})
CASE_LINES = 3


def pieces_of(blocks: tuple[Node, ...], desk: Desk) -> tuple[Piece, ...]:
    """The blocks as pieces, in the same order."""
    found: list[Piece] = []
    for place, block in enumerate(blocks):
        if isinstance(block, Heading):
            found += _heading(block, blocks[place + 1 :], desk)
        elif isinstance(block, Box) and block.role in _PARTS | _OPENERS:
            found += _part(block, blocks[place + 1 :], desk)
        else:
            found += _one(block, desk)
    return tuple(found)


def _one(block: Node, desk: Desk) -> tuple[Piece, ...]:
    match block:
        case Paragraph(text=text, role=role):
            return (Para(_said(text, desk), role, keep=role == "label", marks=_uses(text, desk)),)
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
            return () if id(block) in desk.told else _notes(block, desk)
        case WriteSpace(label=label, lines=lines, meta=meta):
            if desk.facilitator:
                return (Para(replace(desk.words("writes", label=label.plain), lang=label.lang), "source"),)
            return (Lines(lines, label, meta.id),)
        case Question():
            desk.questions += 1
            mark = desk.target(block.meta, desk.bookmark(block.meta, "q"), desk.words("number", number=desk.questions))
            return question(block, desk, desk.questions, mark, lambda stem: pieces_of(stem, desk))
        case Slide():
            return ()
    raise TypeError(f"no piece for {type(block).__name__}")


def _heading(block: Heading, after: tuple[Node, ...], desk: Desk) -> tuple[Piece, ...]:
    desk.level = block.level
    mark = _part_mark(block.meta, block.text, desk)
    head = Head(block.level + desk.depth, block.text, mark, facts=facts(block.meta, desk))
    if block.level > 1:
        return (head,)
    desk.terms.new_topic()
    return (head, *steps(block, after, head, desk)) if desk.facilitator else (head,)


def _part(box: Box, after: tuple[Node, ...], desk: Desk) -> tuple[Piece, ...]:
    """A case, worksheet or the like: a heading of its own and its blocks in the running text."""
    closes = _closes_topic(after)
    level = 1 if closes else min(desk.level + 1, 3)
    before, desk.level, desk.inside = (desk.level, desk.inside), level, box.role
    head = Head(
        level + desk.depth,
        box.title or box.kicker,
        _part_mark(box.meta, box.title or box.kicker, desk, box.role),
        box.kicker if box.title else EMPTY,
        facts(box.meta, desk),
        new_page=box.role in _ON_NEW_PAGE,
    )
    inner = pieces_of(box.children, desk)
    if box.role in _OPENERS:
        inner = (Panel(box.role, EMPTY, inner),)
    desk.level, desk.inside = before
    return (head, *inner, *(() if closes else (Rule(),)))


def _said(text: Text, desk: Desk) -> Text:
    return marked(text, desk.leads) if desk.facilitator else text


def _part_mark(meta: Meta, title: Text, desk: Desk, name: str = "") -> str:
    return desk.target(meta, desk.bookmark(meta, "h", name), desk.words("quoted", title=title.plain))


def _uses(text: Text, desk: Desk) -> tuple[str, ...]:
    """A bookmark for each term that the paragraph is the first of its topic to use."""
    found = []
    for name in desk.terms.used_in(text):
        found.append(desk.bookmark(NO_META, "x"))
        desk.terms.used(name, found[-1])
    return tuple(found)


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
    labelled = role in _LABELLED and bool(item.meta.id) and (role != "questions" or desk.inside == "guiding")
    label = words_of(short_id(item.meta.id) if labelled else "")
    mark = desk.target(item.meta, desk.bookmark(item.meta, "i"), label) if label else ""
    source, text = spelt_out(item.text, desk.edition.library) if role == "resources" else (EMPTY, item.text)
    return Entry(_said(text, desk), source, label, pieces_of(item.children, desk), mark)


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
    bookmark = desk.bookmark(meta, kind[0])
    desk.target(meta, bookmark, words_of(desk.edition.words.number(number)), counted=True)
    return Caption(kind, number, desk.words(kind, number=number), text, bookmark)


def _definition(block: Definition, desk: Desk) -> Panel:
    inner = pieces_of(block.children, desk)
    source = (Para(block.source, "source"),) if block.source else ()
    mark = desk.bookmark(NO_META, "d")
    desk.terms.defined(block.term, mark)
    return Panel("definition", block.term, (*inner, *source), desk.words("definition"), mark)


def _notes(block: Notes, desk: Desk) -> tuple[Piece, ...]:
    if not desk.facilitator:
        return ()
    inner = pieces_of(block.children, desk)
    if block.role == "points":
        return (Para(block.title or desk.words("points"), "mark", keep=True), *inner)
    minutes = block.meta.minutes
    kicker = words_of(desk.edition.words.minutes(minutes)) if minutes else EMPTY
    return (Panel(block.role, block.title or desk.words("note"), inner, kicker),)
