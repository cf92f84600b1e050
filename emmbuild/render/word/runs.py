"""Text → runs: bold and italics, links, citations, footnote marks, and the two writing directions.

Right-to-left runs carry w:rtl and hold no Latin words; those get runs of their own
(ISO 29500-1 annex I; docs/analysis/right-to-left-word.md).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from emmbuild.core.bidi import LRM, RLM, is_plain, islands
from emmbuild.core.citing import citation
from emmbuild.core.edition import Language
from emmbuild.core.text import (
    Break,
    Cite,
    Code,
    Emph,
    FootnoteRef,
    Inline,
    Link,
    Plain,
    Strong,
    Text,
)
from emmbuild.plan.document.model import Target
from emmbuild.render.word.book import Book
from emmbuild.render.xml import attr, esc


class Look(NamedTuple):
    """How a run looks: a character style or none, bold, italic, and `extra` properties (colour, size) as XML."""

    style: str = ""
    bold: bool = False
    italic: bool = False
    extra: str = ""


_ID = re.compile(
    r"(?<![\w.])\d{1,2}\.\d{1,2}\.[A-Z]{1,2}\d{1,3}(?![\w.]*\w)", re.ASCII
)  # particles and articles may touch it
_MAY_HOLD_ID = re.compile(r"\.[A-Z]{1,2}\d")  # quicker to look for, and most texts hold none
PLAIN = Look()
BOLD = Look(bold=True)


def runs(text: Text, book: Book, look: Look = PLAIN) -> str:
    """The runs of a whole text."""
    return _inlines(text.inlines, book, book.language_of(text), look)


def phrase(text: Text, book: Book) -> str:
    """The runs of a text that stands whole inside another: between LRMs where that one reads from the right."""
    mark = _run(LRM, PLAIN, False, "") if text and book.rtl and not book.language_of(text).rtl else ""
    return f"{mark}{runs(text, book)}{mark}"


def words(value: str, book: Book, look: Look = PLAIN) -> str:
    """Runs of plain words in the document's language."""
    return _words(value, book, book.language, look)


def pattern(key: str, book: Book, look: Look = PLAIN, **made: str) -> str:
    """The words of `key` with ready runs in the places that a translator may have moved: "Page {page} of {pages}"."""
    names = list(made)
    shown = book.edition.words(key, **{name: f"\0{place}\0" for place, name in enumerate(names)})
    return "".join(
        made[names[int(piece)]] if place % 2 else words(piece, book, look) for place, piece in enumerate(shown.split("\0"))
    )


def tab(book: Book, style: str = "") -> str:
    return f"<w:r>{_properties(Look(style), book.rtl, '')}<w:tab/></w:r>"


def field(code: str, shown: str, book: Book, look: Look = PLAIN) -> str:
    """A field that Word updates, with what it shows until then."""
    own = _properties(look, book.rtl, "")

    def mark(kind: str) -> str:
        return f'<w:r>{own}<w:fldChar w:fldCharType="{kind}"/></w:r>'

    return (
        f'{mark("begin")}<w:r>{own}<w:instrText xml:space="preserve"> {esc(code)} </w:instrText></w:r>'
        f"{mark('separate')}<w:r>{own}<w:t>{esc(shown)}</w:t></w:r>{mark('end')}"
    )


def _inlines(inlines: tuple[Inline, ...], book: Book, language: Language, look: Look) -> str:
    if len(inlines) == 1:
        return _inline(inlines[0], book, language, look)
    return "".join([_inline(inline, book, language, look) for inline in inlines])


def _inline(inline: Inline, book: Book, language: Language, look: Look) -> str:
    if isinstance(inline, Plain):  # nearly always
        value = inline.text
        return (_referring if _MAY_HOLD_ID.search(value) else _words)(value, book, language, look)
    match inline:
        case Strong(children):
            return _inlines(children, book, language, BOLD if look is PLAIN else look._replace(bold=True))
        case Emph(children):
            return _inlines(children, book, language, look._replace(italic=True))
        case Code(text):
            return _words(text, book, language, look._replace(style="CodeText"))
        case Link(href, children) if href.startswith("#"):
            inner = _inlines(children, book, language, look)
            target = book.document.targets.get(href[1:])
            return f"{inner}{_on_page(target, book, language, look)}" if target else inner
        case Link(href, children):
            inner = _inlines(children, book, language, look._replace(style="Hyperlink"))
            return f'<w:hyperlink r:id="{book.link(href)}" w:history="1">{inner}</w:hyperlink>'
        case Cite():
            found = citation(book.edition.library, inline.key, inline.place)
            if language.rtl and found.ltr:
                return _run(f"{LRM}{found.words}{LRM}", look, False, "")
            return _words(found.words, book, language, look)
        case FootnoteRef(label):
            number = book.note(label)
            own = _properties(Look("FootnoteReference"), language.rtl, "")
            return f'<w:r>{own}<w:footnoteReference w:id="{number}"/></w:r>' if number else ""
        case Break():
            return f"<w:r>{_properties(look, language.rtl, '')}<w:br/></w:r>"


def _referring(value: str, book: Book, language: Language, look: Look) -> str:
    """Words in which every id of a block ("2.6.T2") shows what the reader finds at the block: its number or title, and
    its page. Word keeps both up to date."""
    made, end = "", 0
    for found in _ID.finditer(value):
        target = book.document.targets.get(found[0])
        if target is None:
            continue
        made += _words(value[end : found.start()], book, language, look)
        if target.counted:
            made += field(f"REF {target.bookmark} \\h", target.shown.plain, book, look)
        else:
            made += _inlines(target.shown.inlines, book, book.language_of(target.shown), look)
        made += _on_page(target, book, language, look)
        end = found.end()
    return made + _words(value[end:], book, language, look)


def _on_page(target: Target, book: Book, language: Language, look: Look) -> str:
    """ " (page 7)", where the pages are known."""
    page = book.page(target.bookmark)
    if not page:
        return ""
    number = field(f"PAGEREF {target.bookmark} \\h", page, book, look)
    return pattern("paper.on_page", book, look, page=number)


def _words(value: str, book: Book, language: Language, look: Look) -> str:
    """Runs of words: one for left-to-right languages, split at the Latin islands for the others."""
    if not value:
        return ""
    tag = "" if language.code == book.language.code else _tag(language)
    if not language.rtl:
        return _run(value, look, False, tag)
    if is_plain(value):  # most sentences are
        return _run(value, look, True, tag)
    pieces = list(islands(value))
    last = len(pieces) - 1
    return "".join(
        [
            _run(_guarded(piece), look, False, "")
            if island
            else _run(_parting(piece) if 0 < place < last else piece, look, True, tag)
            for place, (piece, island) in enumerate(pieces)
        ]
    )


def _parting(between: str) -> str:
    """What stands between two islands: with RLM where no letter of its own parts them."""
    return between if any(char.isalpha() for char in between) else RLM + between


def _guarded(island: str) -> str:
    """LRM on both sides where an end of the island has no direction of its own."""
    sure = island[0].isalpha() and island[-1].isalnum()
    return island if sure else f"{LRM}{island}{LRM}"


def _tag(language: Language) -> str:
    kind = "bidi" if language.rtl else ("eastAsia" if language.script == "Hang" else "val")
    return f'<w:lang w:{kind}="{attr(language.tag)}"/>'


def _run(value: str, look: Look, rtl: bool, tag: str) -> str:
    return f"{_start(look, rtl, tag, value.strip() != value)}{esc(value)}</w:t></w:r>"


@lru_cache(maxsize=1024)
def _start(look: Look, rtl: bool, tag: str, spaced: bool) -> str:
    """The beginning of a run, up to its words. Spaces around them are dropped by Word unless they are to be preserved."""
    kept = ' xml:space="preserve"' if spaced else ""
    return f"<w:r>{_properties(look, rtl, tag)}<w:t{kept}>"


@lru_cache(maxsize=1024)
def _properties(look: Look, rtl: bool, tag: str) -> str:
    """w:rPr in the order of CT_RPr (ISO 29500-1, 17.3.2.28)."""
    style, bold, italic, extra = look
    if not style and not extra and bold != italic:
        style, bold, italic = ("Strong" if bold else "Emphasis"), False, False
    inner = "".join(
        (
            f'<w:rStyle w:val="{style}"/>' if style else "",
            "<w:b/><w:bCs/>" if bold else "",
            "<w:i/><w:iCs/>" if italic else "",
            extra,
            "<w:rtl/>" if rtl else "",
            tag,
        )
    )
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""
