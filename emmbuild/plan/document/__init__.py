"""The plan of a workbook or guide, of one section or of several: which part comes when, and its numbers. No Word here.

`plan(edition)` and `plan_book(editions, opening)` → `Document`; the pieces stand in `model`, core blocks become pieces in
`blocks`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from emmbuild.core.edition import Edition
from emmbuild.core.nodes import NO_META, Definition, Footnote, Node, Slide
from emmbuild.core.text import EMPTY, FootnoteRef, Inline, Text, words_of
from emmbuild.core.walk import map_texts, texts_and
from emmbuild.plan.document.blocks import pieces_of
from emmbuild.plan.document.desk import Desk
from emmbuild.plan.document.guide import preparation
from emmbuild.plan.document.matter import cover, glossary, how_to, index, note_pages, timing
from emmbuild.plan.document.model import Cover, Document, Head, Para, Part, Piece
from emmbuild.plan.document.works import bibliography

OUTLINE_DEPTH = 2


@dataclass(frozen=True, slots=True)
class Opening:
    """What a document of several sections begins with: the words on its cover, and core blocks that stand before the first
    section (an agenda, purposes), whose headings of level 1 stand beside those of the sections. `kicker` stands above the
    title; `facts` are labels with values ("Dates", "3–4 March"); `version` goes into the properties of the file."""

    title: Text
    kicker: Text = EMPTY
    summary: Text = EMPTY
    facts: tuple[tuple[Text, Text], ...] = ()
    blocks: tuple[Node, ...] = ()
    footnotes: tuple[Footnote, ...] = ()


def plan(edition: Edition) -> Document:
    """The document that `edition.audience` (participant or facilitator) gets."""
    desk = _desk((edition,))
    body = (*how_to(desk), *_guided(edition, desk), *pieces_of(edition.section.blocks, desk))
    running = _running(edition)
    return _document((edition,), desk, (Part(body, running, odd=True),), cover(edition), running)


def plan_book(editions: Sequence[Edition], opening: Opening) -> Document:
    """One workbook or guide of several sections, in this order, for the same reader in the same language: each section
    begins on a right-hand page under a heading of its own; glossary, index and bibliography are those of the selection.

    The writer wants an edition beside it, for theme and language: any of `editions`. Raises ValueError without editions.
    """
    if not editions:
        raise ValueError("a document needs a section")
    editions = tuple(_footnotes_named(edition) for edition in editions)
    first, desk = editions[0], _desk(editions)
    desk.edition = replace(first, section=replace(first.section, blocks=opening.blocks))
    parts = [Part((*how_to(desk), *pieces_of(opening.blocks, desk)), opening.title, odd=True)]
    for edition in editions:
        desk.edition, desk.depth, desk.level, desk.questions = edition, 1, 0, 0
        desk.terms.new_topic()
        front = edition.section.front
        head = Head(1, _numbered(edition), desk.bookmark(NO_META, "s", "section"))
        lead = (Para(front.summary, "lead"),) if front.summary and not desk.facilitator else ()
        body = (head, *lead, *_guided(edition, desk), *pieces_of(edition.section.blocks, desk))
        parts.append(Part(body, _running(edition), odd=True))
    desk.edition, desk.depth = first, 0
    face = Cover(
        first.library.title,
        opening.kicker,
        EMPTY,
        opening.title,
        opening.summary,
        first.words.text(f"paper.{first.audience}"),
        opening.facts,
        cover(first).blanks,
    )
    return _document(editions, desk, tuple(parts), face, opening.title, opening.footnotes)


def _desk(editions: Sequence[Edition]) -> Desk:
    desk = Desk(editions[0])
    found = [part for edition in editions for part in texts_and(Definition, edition.section.blocks, Slide)]
    desk.definitions = tuple(part for part in found if isinstance(part, Definition))
    desk.texts = tuple(part for part in found if isinstance(part, Text))
    desk.terms.learn(desk.definitions)
    return desk


def _guided(edition: Edition, desk: Desk) -> tuple[Piece, ...]:
    """What a facilitator finds before the text of a section."""
    return (*preparation(edition, desk), *timing(edition, desk)) if desk.facilitator else ()


def _document(
    editions: tuple[Edition, ...],
    desk: Desk,
    body: tuple[Part, ...],
    face: Cover,
    running: Text,
    footnotes: tuple[Footnote, ...] = (),
) -> Document:
    """The parts with what follows them, and all that a writer wants to know of the whole."""
    after = (*glossary(desk), *bibliography(editions, desk))
    listed = index(desk)
    if len(editions) == 1:  # behind one section they need no new page
        body, after, listed = (*body[:-1], replace(body[-1], pieces=(*body[-1].pieces, *after, *listed))), (), ()
    parts = (
        *body,
        *([Part(after, running, odd=True)] if after else []),
        *([Part(listed, running, columns=2)] if listed else []),
        *([Part(notes, running)] if (notes := note_pages(desk)) else []),
    )
    heads = (piece for part in parts for piece in part.pieces if isinstance(piece, Head))
    first = editions[0]
    return Document(
        cover=face,
        contents=first.words.text("paper.contents"),
        outline=tuple(head for head in heads if head.level <= OUTLINE_DEPTH),
        parts=parts,
        edition=first.words.text(f"paper.{first.audience}"),
        subject=first.volume.plain if len(editions) == 1 else "",
        footnotes=(*footnotes, *(note for edition in editions for note in edition.section.footnotes)),
        targets=desk.targets,
    )


def _running(edition: Edition) -> Text:
    front = edition.section.front
    return replace(edition.words.text("paper.running", id=front.id, title=front.title.plain), lang=front.title.lang)


def _numbered(edition: Edition) -> Text:
    """ "2.6 Migration and Labour", in the language of the title."""
    front = edition.section.front
    return replace(words_of(f"{front.id}\u2002{front.title.plain}"), lang=front.title.lang)


def _footnotes_named(edition: Edition) -> Edition:
    """The edition with its section in every label of a footnote: sections do not know each other's labels."""

    def label(name: str) -> str:
        return f"{edition.section.id}/{name}"

    def change(text: Text) -> Text:
        if not any(isinstance(inline, FootnoteRef) for inline in text.inlines):
            return text
        named: list[Inline] = [FootnoteRef(label(i.label)) if isinstance(i, FootnoteRef) else i for i in text.inlines]
        return replace(text, inlines=tuple(named))

    section = edition.section
    if not section.footnotes:
        return edition
    notes = tuple(replace(note, label=label(note.label)) for note in section.footnotes)
    return replace(edition, section=replace(section, blocks=map_texts(section.blocks, change), footnotes=notes))
