"""Works cited: which ones, in which order, and how one reads when it is spelt out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from emmbuild.core import citing, sorting
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import NO_META, Library, Slide, Work
from emmbuild.core.text import EMPTY, Cite, Emph, FootnoteRef, Inline, Plain, Text, inlines_of
from emmbuild.core.walk import keep, texts
from emmbuild.plan.document.desk import Desk
from emmbuild.plan.document.model import Head, Para, Piece


def bibliography(editions: Sequence[Edition], desk: Desk) -> tuple[Piece, ...]:
    """The works that the sections cite, each once."""
    works = cited(editions, desk.edition.language.formats.sorting)
    if not works:
        return ()
    head = Head(1, desk.words("bibliography"), desk.bookmark(NO_META, "h", "works"))
    return (head, *(Para(reference(work, desk.edition.library), "work") for work in works))


def cited(editions: Sequence[Edition], rules: sorting.Sorting) -> tuple[Work, ...]:
    """The works that the sections cite, by author and year, in the order of the language."""
    found = (text for edition in editions for text in _shown_texts(edition))
    keys = {inline.key for text in found for inline in inlines_of(text.inlines) if isinstance(inline, Cite)}
    known = editions[0].library.works
    works = [known[key] for key in keys if key in known]
    return tuple(sorted(works, key=lambda work: (sorting.key(rules, work.author), work.year, work.title)))


def _shown_texts(edition: Edition) -> Iterator[Text]:
    shown = tuple(texts(keep(edition.section.blocks, lambda node: not isinstance(node, Slide))))
    marks = {i.label for text in shown for i in inlines_of(text.inlines) if isinstance(i, FootnoteRef)}
    yield from shown
    yield from (note.text for note in edition.section.footnotes if note.label in marks)


def reference(work: Work, library: Library, place: str = "") -> Text:
    """One entry of the bibliography, in the language of the works: they are not translated."""
    found = citing.reference(work, place)
    inlines: tuple[Inline, ...] = (Plain(found.before), Emph((Plain(found.title),)), Plain(found.after))
    return Text(work.title, inlines, lang=library.source_language, literal=True)


def spelt_out(text: Text, library: Library) -> tuple[Text, Text]:
    """A text that begins with a citation as the full reference and the rest: for lists of further reading."""
    first = text.inlines[0] if text.inlines else None
    work = library.works.get(first.key) if isinstance(first, Cite) else None
    if work is None or not isinstance(first, Cite):
        return EMPTY, text
    return reference(work, library, first.place), replace(text, inlines=text.inlines[1:])
