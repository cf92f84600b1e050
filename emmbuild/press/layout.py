"""What only another layout can put right, by the tags of a PDF: rows that are on no page, headings at the foot of one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from emmbuild.press.tree import elements, listed

_HEADS = ("/H1", "/H2", "/H3", "/H4")


def lost_rows(root: Any) -> int:
    """Rows and cells of tables without anything in them. LibreOffice 7.4 sometimes leaves rows that may not split below the
    foot of a page, where nobody sees them; an empty cell has its empty paragraph."""
    return sum(one["/S"] in ("/TR", "/TD", "/TH") and not listed(one.get("/K")) for one in elements(root.get("/K")))


def stranded(root: Any, pages: Iterable[Any]) -> tuple[int, ...]:
    """Which headings (counted from 0) have nothing below them on their page, not even lines to write on."""
    order = {page.indirect_reference.idnum: number for number, page in enumerate(pages)}
    heads = {id(one): number for number, one in enumerate(one for one in elements(root.get("/K")) if one["/S"] in _HEADS)}
    shown = [(id(one), order[page]) for one in _blocks(root.get("/K")) if (page := _page_of(one)) is not None]
    return tuple(heads[one] for (one, page), (_, after) in pairwise(shown) if one in heads and after > page)


def _blocks(kids: Any) -> Iterator[Any]:
    """What stands below one another: paragraphs, headings, lists, tables."""
    for kid in listed(kids):
        if hasattr(kid, "get") and "/S" in kid:
            if kid["/S"] in ("/Document", "/Part", "/Sect"):
                yield from _blocks(kid.get("/K"))
            else:
                yield kid


def _page_of(element: Any) -> int | None:
    """The number of the page object that an element begins on, also of a ruled line, which has no content; else None."""
    for kid in listed(element.get("/K")):
        if isinstance(kid, int):
            return int(element.raw_get("/Pg").idnum)
        if kid.get("/Type") == "/MCR":
            return int(kid.raw_get("/Pg").idnum)
        if (found := _page_of(kid) if "/S" in kid else None) is not None:
            return found
    return int(element.raw_get("/Pg").idnum) if "/Pg" in element else None
