"""One deck of many sections (a `Book`) as a file.

A section's slides are planned, written and compressed once a process and kept: in the next deck, in another order,
with other extras, they are only put together. Nothing in a slide knows its number or the deck that it stands in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from emmbuild.archive import frame
from emmbuild.core.diagnostics import Diagnostic
from emmbuild.core.edition import Built, Edition
from emmbuild.plan.deck.book import Book, Extra, Lesson, plan_extra
from emmbuild.plan.deck.build import plan_lesson
from emmbuild.plan.deck.prose import Context
from emmbuild.writers.pptx import labels
from emmbuild.writers.pptx.package import Cover
from emmbuild.writers.pptx.page import Page, bundle, pages_of
from emmbuild.writers.pptx.slide import Press
from emmbuild.writers.pptx.template import Template, template_of

_MOST = 512  # lessons that are kept


@dataclass(frozen=True, slots=True)
class _Kept:
    """A lesson's pages; the edition and the template are held, so that their ids stay theirs."""

    edition: Edition
    template: Template
    pages: tuple[Page, ...]
    said: tuple[Diagnostic, ...]


_kept: dict[tuple[int, int, bool, frozenset[str], int], _Kept] = {}


def bound(book: Book) -> Built:
    """The deck of a book, with what did not fit. Editions that are the same object share their pages between decks."""
    template = template_of(book.frame)
    context = Context(book.frame, template.stage)
    binder = _Binder(book, template, Press(book.frame, context.para(book.title)))
    pages: list[Page] = []
    groups = []
    for chapter in book.chapters:
        before = len(pages)
        for leaf in chapter.leaves:
            pages += binder.extra(leaf) if isinstance(leaf, Extra) else binder.lesson(leaf)
        if len(pages) > before:
            groups.append((chapter.name, len(pages) - before))
    hidden = sum(page.hidden for page in pages)
    cover = Cover(book.title.plain, book.subject.plain, book.frame.language.tag, book.version, tuple(groups), hidden)
    facts: dict[str, object] = {"slides": len(pages), "keys": len({page.key for page in pages})}
    return Built(frame(bundle(cover, pages, template)), tuple(binder.said), facts)


class _Binder:
    """Puts leaves one after the other; no title comes twice."""

    def __init__(self, book: Book, template: Template, press: Press) -> None:
        self.book, self.template, self.press = book, template, press
        self.titles: set[str] = set()
        self.said: list[Diagnostic] = []

    def extra(self, extra: Extra) -> tuple[Page, ...]:
        slides, said = plan_extra(extra, self.book.frame, self.template.stage, self.titles)
        self.said += (*said, *labels(slides, self.template, self.book.frame))
        return pages_of(slides, self.template, self.press)

    def lesson(self, lesson: Lesson) -> Iterator[Page]:
        named, turn = frozenset[str](), 1
        made = self._pages(lesson, named, turn)
        while doubled := {page.key for page in made.pages if page.title in self.titles}:
            turn += doubled <= named
            named |= doubled
            made = self._pages(lesson, named, turn)
        self.titles.update(page.title for page in made.pages)
        self.said += made.said
        for place, page in enumerate(made.pages, 1):
            yield page
            if page.key in lesson.after and (place == len(made.pages) or made.pages[place].key != page.key):
                for extra in lesson.after[page.key]:
                    yield from self.extra(extra)

    def _pages(self, lesson: Lesson, named: frozenset[str], turn: int) -> _Kept:
        edition, template = lesson.edition, self.template
        key = (id(edition), id(template), lesson.opening, named, turn)
        if key not in _kept:
            if len(_kept) >= _MOST:
                _kept.pop(next(iter(_kept)))
            deck = plan_lesson(edition, template.stage, opening=lesson.opening, named=named, turn=turn)
            said = (*deck.diagnostics, *labels(deck.slides, template, edition))
            _kept[key] = _Kept(edition, template, pages_of(deck.slides, template, Press(edition, deck.footer)), said)
        return _kept[key]


def forget() -> None:
    """Drops the pages that were kept."""
    _kept.clear()
