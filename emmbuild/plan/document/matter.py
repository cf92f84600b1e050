"""What stands around the text of a section: cover, timing table, glossary, pages for notes."""

from __future__ import annotations

from dataclasses import replace

from emmbuild.core.edition import Edition
from emmbuild.core.nodes import NO_META, PRIORITIES, Box, Definition, Heading, Node, Paragraph
from emmbuild.core.text import EMPTY, FootnoteRef, Inline, Plain, Text, words_of
from emmbuild.core.walk import nodes
from emmbuild.plan.document.desk import Desk, short_id
from emmbuild.plan.document.model import Cover, Grid, Head, Lines, Para, Piece
from emmbuild.plan.document.works import bibliography, sort_key

NOTE_LINES, PLAN_ROWS = 25, 8
_DEPTHS = ("brief", "core", "full")


def cover(edition: Edition) -> Cover:
    front, words = edition.section.front, edition.words
    facts = [(words.text("paper.section"), words_of(front.id))] if _numbered(edition) else []
    times = [
        words("paper.depth", depth=words(f"paper.{depth}"), minutes=words.minutes(front.minutes[depth]))
        for depth in _DEPTHS
        if front.minutes.get(depth)
    ]
    if times:
        facts.append((words.text("paper.time"), words_of("  ·  ".join(times))))
    facts.append((words.text("paper.level"), words.text(f"paper.{front.level}")))
    if front.prerequisites:
        facts.append((words.text("paper.prerequisites"), _names(front.prerequisites, edition)))
    facts.append((words.text("paper.version"), words_of(front.version)))
    if front.reviewed:
        facts.append((words.text("paper.reviewed"), words_of(front.reviewed)))
    blanks = (words.text("paper.name"), words.text("paper.date")) if edition.audience == "participant" else ()
    return Cover(
        edition.library.title,
        _volume(edition),
        words_of(front.id),
        front.title,
        front.summary,
        words.text(f"paper.{edition.audience}"),
        tuple(facts),
        blanks,
    )


def _numbered(edition: Edition) -> bool:
    """Whether it is part of a volume of the manual; chapters and presentations stand beside the volumes."""
    volume = edition.library.volume_of(edition.section.id)
    return volume is None or volume.kind == "sections"


def _volume(edition: Edition) -> Text:
    if not _numbered(edition):
        return edition.volume
    title = edition.words.text("paper.volume", number=edition.section.front.volume, title=edition.volume.plain)
    return replace(title, lang=edition.volume.lang)


def _names(ids: tuple[str, ...], edition: Edition) -> Text:
    titles = edition.library.titles
    named = [f"{name} {titles[name].plain}" if name in titles else name for name in ids]
    return words_of(edition.words("paper.list_comma").join(named))


def timing(edition: Edition, desk: Desk) -> tuple[Piece, ...]:
    """The facilitator's overview: what takes how long, what may be dropped, what it teaches."""
    if not desk.facilitator:
        return ()
    words = edition.words
    planned = [node for node in nodes(edition.section.blocks) if node.meta.minutes and _is_planned(node)]
    if not planned:
        return ()
    rows = [_timing_row(node, edition) for node in planned]
    for place, key in enumerate(("total_must", "total_should", "total")):
        total = sum(node.meta.minutes for node in planned if node.meta.priority in PRIORITIES[: place + 1])
        rows.append((words.text(f"paper.{key}"), words_of(words.number(total)), EMPTY, EMPTY))
    header = tuple(words.text(f"paper.{key}") for key in ("topic", "minutes", "priority", "objectives"))
    head = Head(1, words.text("paper.timing"), desk.bookmark(NO_META, "timing"))
    grid = Grid(header, tuple(rows), role="timing", weights=(5.4, 1.3, 1.6, 1.9), totals=3)
    return (head, Para(words.text("paper.timing_lead"), "lead", keep=True), grid)


def _timing_row(node: Node, edition: Edition) -> tuple[Text, ...]:
    words = edition.words
    title = node.text if isinstance(node, Heading) else _box_title(node, edition)
    objectives = words("paper.list_comma").join(short_id(name) for name in node.meta.objectives)
    priority = words.text(f"paper.{node.meta.priority}")
    return title, words_of(words.number(node.meta.minutes)), priority, words_of(objectives)


def _is_planned(node: Node) -> bool:
    if isinstance(node, Heading):
        return node.level == 1
    return isinstance(node, Box) and node.role in ("case", "application", "worksheet", "check")


def _box_title(node: Node, edition: Edition) -> Text:
    assert isinstance(node, Box)
    if not (node.title and node.kicker):
        return node.title or node.kicker
    title = edition.words("paper.kicked", kicker=node.kicker.plain, title=node.title.plain)
    return words_of(title, node.title.lang)


def back_matter(edition: Edition, desk: Desk) -> tuple[Piece, ...]:
    return (*_glossary(edition, desk), *bibliography(edition, desk), *_note_pages(desk))


def _glossary(edition: Edition, desk: Desk) -> tuple[Piece, ...]:
    terms = {node.term.plain: node for node in nodes(edition.section.blocks) if isinstance(node, Definition)}
    if not terms:
        return ()
    head = Head(1, desk.words("glossary"), desk.bookmark(NO_META, "glossary"))
    return (head, *(_term(terms[name]) for name in sorted(terms, key=sort_key)))


def _term(node: Definition) -> Para:
    meaning = next((child.text for child in node.children if isinstance(child, Paragraph)), EMPTY)
    inlines = (*without_footnotes(meaning.inlines), Plain(" "), *node.source.inlines) if node.source else meaning.inlines
    for variants in (c.text for c in node.children if isinstance(c, Paragraph) and c.role == "source"):
        inlines = (*inlines, Plain(" "), *variants.inlines)
    return Para(node.term, "term", rest=replace(meaning, inlines=without_footnotes(inlines)))


def without_footnotes(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(inline for inline in inlines if not isinstance(inline, FootnoteRef))


def _note_pages(desk: Desk) -> tuple[Piece, ...]:
    if desk.facilitator:
        return ()
    columns = tuple(desk.words(key) for key in ("plan_what", "plan_who", "plan_when", "plan_sign"))
    rows = tuple((EMPTY,) * len(columns) for _ in range(PLAN_ROWS))
    return (
        Head(1, desk.words("plan"), desk.bookmark(NO_META, "plan"), new_page=True),
        Para(desk.words("plan_lead"), "lead", keep=True),
        Grid(columns, rows, role="fill", weights=(4, 2.5, 1.6, 3)),
        Head(1, desk.words("notes"), desk.bookmark(NO_META, "notes"), new_page=True),
        Lines(NOTE_LINES),
    )
