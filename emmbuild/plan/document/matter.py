"""What stands around the text of a section: cover, timing table, glossary, pages for notes."""

from __future__ import annotations

from dataclasses import replace

from emmbuild.core import sorting
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import NO_META, PRIORITIES, Box, Definition, Heading, Node, Paragraph
from emmbuild.core.text import EMPTY, FootnoteRef, Inline, Plain, Text, words_of
from emmbuild.plan.document.desk import Desk, short_id
from emmbuild.plan.document.model import Cover, Entry, Grid, Head, Indexed, Lines, Listing, Para, Piece

NOTE_LINES, PLAN_ROWS, HOW_LINES = 25, 8, 4
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
    planned = [node for node in desk.nodes() if node.meta.minutes and _is_planned(node)]
    if not planned:
        return ()
    rows = [_timing_row(node, edition) for node in planned]
    for place, key in enumerate(("total_must", "total_should", "total")):
        total = sum(node.meta.minutes for node in planned if node.meta.priority in PRIORITIES[: place + 1])
        rows.append((words.text(f"paper.{key}"), words_of(words.number(total)), EMPTY, EMPTY))
    header = tuple(words.text(f"paper.{key}") for key in ("topic", "minutes", "priority", "objectives"))
    head = Head(1 + desk.depth, words.text("paper.timing"), desk.bookmark(NO_META, "h", "timing"))
    grid = Grid(header, tuple(rows), role="timing", weights=(5.4, 1.3, 1.6, 1.9), totals=3)
    return (head, Para(words.text("paper.timing_lead"), "lead", keep=True), grid, *_shorter(planned, edition))


def _shorter(planned: list[Node], edition: Edition) -> tuple[Piece, ...]:
    """What to leave out first where time is short, and how many minutes that gives."""
    words, entries = edition.words, []
    for key in ("could", "should"):
        dropped = [node for node in planned if node.meta.priority == key]
        if dropped:
            titles = words("paper.list_comma").join(_title(node, edition).plain for node in dropped)
            minutes = words.minutes(sum(node.meta.minutes for node in dropped))
            entries.append(Entry(words.text(f"paper.drop_{key}", titles=titles, minutes=minutes)))
    return (Para(words.text("paper.short_of_time"), "label", keep=True), Listing(tuple(entries))) if entries else ()


def _timing_row(node: Node, edition: Edition) -> tuple[Text, ...]:
    words = edition.words
    objectives = words("paper.list_comma").join(short_id(name) for name in node.meta.objectives)
    priority = words.text(f"paper.{node.meta.priority}")
    return _title(node, edition), words_of(words.number(node.meta.minutes)), priority, words_of(objectives)


def _is_planned(node: Node) -> bool:
    if isinstance(node, Heading):
        return node.level == 1
    return isinstance(node, Box) and node.role in ("case", "application", "worksheet", "check")


def _title(node: Node, edition: Edition) -> Text:
    return node.text if isinstance(node, Heading) else _box_title(node, edition)


def _box_title(node: Node, edition: Edition) -> Text:
    assert isinstance(node, Box)
    if not (node.title and node.kicker):
        return node.title or node.kicker
    title = edition.words("paper.kicked", kicker=node.kicker.plain, title=node.title.plain)
    return words_of(title, node.title.lang)


def how_to(desk: Desk) -> tuple[Piece, ...]:
    """A few lines on how to use the document, below its contents."""
    key = "guide" if desk.facilitator else "workbook"
    head = Head(1, desk.words(f"how_{key}"), desk.bookmark(NO_META, "h", "how"))
    lines = tuple(Entry(desk.words(f"how_{key}_{place}")) for place in range(1, HOW_LINES + 1))
    return (head, Listing(lines))


def glossary(desk: Desk) -> tuple[Piece, ...]:
    """The terms that the sections define, each once, in the order of the language."""
    terms: dict[str, Definition] = {}
    for node in desk.definitions:
        terms.setdefault(node.term.plain.casefold(), node)
    if not terms:
        return ()
    head = Head(1, desk.words("glossary"), desk.bookmark(NO_META, "h", "glossary"))
    return (head, *(_term(terms[name]) for name in sorted(terms, key=desk.sorted_by)))


def index(desk: Desk) -> tuple[Piece, ...]:
    """Every term with the places where it is defined and used, under its letters."""
    found = [(desk.terms.known[name], marks) for name, marks in desk.terms.marks.items()]
    if not found:
        return ()
    rules = desk.edition.language.formats.sorting
    found.sort(key=lambda entry: desk.sorted_by(entry[0].plain))
    entries, last = [], None
    for term, marks in found:
        letter = sorting.initial(rules, term.plain)
        entries.append(Indexed(term, tuple(marks), "" if letter == last else letter))
        last = letter
    head = Head(1, desk.words("index"), desk.bookmark(NO_META, "h", "index"))
    return (head, *entries)


def _term(node: Definition) -> Para:
    meaning = next((child.text for child in node.children if isinstance(child, Paragraph)), EMPTY)
    inlines = (*without_footnotes(meaning.inlines), Plain(" "), *node.source.inlines) if node.source else meaning.inlines
    for variants in (c.text for c in node.children if isinstance(c, Paragraph) and c.role == "source"):
        inlines = (*inlines, Plain(" "), *variants.inlines)
    return Para(node.term, "term", rest=replace(meaning, inlines=without_footnotes(inlines)))


def without_footnotes(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(inline for inline in inlines if not isinstance(inline, FootnoteRef))


def note_pages(desk: Desk) -> tuple[Piece, ...]:
    if desk.facilitator:
        return ()
    columns = tuple(desk.words(key) for key in ("plan_what", "plan_who", "plan_when", "plan_sign"))
    rows = tuple((EMPTY,) * len(columns) for _ in range(PLAN_ROWS))
    return (
        Head(1, desk.words("plan"), desk.bookmark(NO_META, "h", "plan"), new_page=True),
        Para(desk.words("plan_lead"), "lead", keep=True),
        Grid(columns, rows, role="fill", weights=(4, 2.5, 1.6, 3)),
        Head(1, desk.words("notes"), desk.bookmark(NO_META, "h", "notes"), new_page=True),
        Lines(NOTE_LINES),
    )
