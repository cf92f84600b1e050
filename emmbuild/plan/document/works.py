"""Works cited: which ones, in which order, and how one reads when it is spelt out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from emmbuild.core import citing, sorting
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import NO_META, Library, Work
from emmbuild.core.text import EMPTY, Cite, Emph, FootnoteRef, Inline, Plain, Text, inlines_of
from emmbuild.plan.document.desk import Desk
from emmbuild.plan.document.model import Head, Para, Piece


def bibliography(editions: Sequence[Edition], desk: Desk) -> tuple[Piece, ...]:
    """The works that the sections cite, each once."""
    works = cited(editions, desk.texts, desk.edition.language.formats.sorting)
    if not works:
        return ()
    head = Head(1, desk.words("bibliography"), desk.bookmark(NO_META, "h", "works"))
    return (head, *(Para(reference(work, desk.edition.library), "work") for work in works))


def cited(editions: Sequence[Edition], shown: Sequence[Text], rules: sorting.Sorting) -> tuple[Work, ...]:
    """The works that the texts and their footnotes cite, by author and year, in the order of the language."""
    found = _references(shown)
    marks = {mark.label for mark in found if isinstance(mark, FootnoteRef)}
    notes = [note.text for edition in editions for note in edition.section.footnotes if note.label in marks]
    keys = {mark.key for mark in (*found, *_references(notes)) if isinstance(mark, Cite)}
    known = editions[0].library.works
    works = [known[key] for key in keys if key in known]
    return tuple(sorted(works, key=lambda work: (sorting.key(rules, work.author), work.year, work.title)))


def _references(texts: Sequence[Text]) -> list[Inline]:
    """The parts of texts that may refer to something; most texts are words alone."""
    speaking = (text for text in texts if len(text.inlines) > 1 or "[" in text.source)
    return [part for text in speaking for part in inlines_of(text.inlines)]


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
