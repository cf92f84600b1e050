"""A format's file, or a deck of many sections, made while Python's search for cycles rests.

Trees, plans and files have no cycles, and the search would walk through all sections read so far again and again:
a sixth of a deck's time.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from emmbuild.core.edition import Built, Edition, Format

if TYPE_CHECKING:
    from emmbuild.plan.deck.book import Book


def written(made: Format, edition: Edition) -> Built:
    """What a format makes of an edition."""
    with _undisturbed():
        return made.write(edition)


def bound(book: Book) -> Built:
    """The deck of many sections that a book describes."""
    from emmbuild.writers.pptx.bound import bound as bind

    with _undisturbed():
        return bind(book)


@contextmanager
def _undisturbed() -> Iterator[None]:
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
