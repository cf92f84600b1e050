"""How a citation and a reference read, in one place for every format.

Works are not translated: an author and a title in Latin letters stay one left-to-right island, brackets included,
so that author, year and place keep their order in right-to-left text.
"""

from __future__ import annotations

from dataclasses import dataclass

from emmbuild.core.bidi import is_rtl_text
from emmbuild.core.nodes import Library, Work


@dataclass(frozen=True, slots=True)
class Citation:
    """The words of a citation, and whether they run from left to right whatever stands around them."""

    words: str
    ltr: bool


def citation(library: Library, key: str, place: str = "") -> Citation:
    """ "(IOM, 2019, para. 4)"; the key itself where the work is not known."""
    work = library.works.get(key)
    parts = [part for part in ((work.author, work.year, place) if work else (key, place)) if part]
    rtl = is_rtl_text("".join(parts))
    return Citation(f"({('، ' if rtl else ', ').join(parts)})", not rtl)


@dataclass(frozen=True, slots=True)
class Reference:
    """A work spelt out: what stands before its title, the title (set in italics), and what follows."""

    before: str
    title: str
    after: str
    ltr: bool


def reference(work: Work, place: str = "") -> Reference:
    """ "IOM (2019). *Glossary on Migration*. International Migration Law No. 34." """
    before = f"{work.author} ({work.year}). " if work.author else f"({work.year}) "
    after = "".join(f" {part.rstrip('.')}." for part in (work.extra, place) if part)
    return Reference(before, work.title, f".{after}", not is_rtl_text(work.author + work.title))
