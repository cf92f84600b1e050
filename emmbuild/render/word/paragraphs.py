"""Paragraphs: one function for w:p, and the pieces that are plain paragraphs or lists."""

from __future__ import annotations

from functools import lru_cache

from emmbuild.core.text import Text
from emmbuild.plan.document.model import Entry, Head, Indexed, Lines, Para
from emmbuild.render.word import runs as r
from emmbuild.render.word.book import Book
from emmbuild.render.xml import attr

_STYLES = {
    "body": "",
    "lead": "Lead",
    "source": "SourceLine",
    "label": "Label",
    "mark": "FacilitatorMark",
    "question": "Question",
    "choice": "Choice",
    "term": "GlossaryEntry",
    "work": "Bibliography",
    "sign": "Sign",
    "sign-line": "SignLine",
    "sign-note": "SignNote",
    "tent-name": "TentName",
    "card-note": "CardNote",
    "card-name": "CardName",
    "card-title": "CardTitle",
}
_DEEPEST = 3


def paragraph(
    style: str,
    content: str,
    book: Book,
    *,
    text: Text | None = None,
    keep: bool = False,
    page: bool = False,
    numbers: tuple[int, int] | None = None,
    indent: int = 0,
    jc: str = "",
    tabs: str = "",
    rtl: bool | None = None,
) -> str:
    """w:p with its properties in the order of CT_PPr (ISO 29500-1, 17.3.1.26).

    `text` decides the direction (the document's language without it) unless `rtl` says it; `numbers` = (list, level);
    `indent` in twips from the side where reading begins.
    """
    if rtl is None:
        rtl = book.language_of(text).rtl if text is not None else book.rtl
    return f"<w:p>{_properties(style, keep, page, numbers, indent, jc, tabs, rtl, book.rtl)}{content}</w:p>"


@lru_cache(maxsize=4096)
def _properties(
    style: str,
    keep: bool,
    page: bool,
    numbers: tuple[int, int] | None,
    indent: int,
    jc: str,
    tabs: str,
    rtl: bool,
    within_rtl: bool,
) -> str:
    inner = "".join(
        (
            f'<w:pStyle w:val="{style}"/>' if style else "",
            "<w:keepNext/>" if keep else "",
            "<w:pageBreakBefore/>" if page else "",
            f'<w:numPr><w:ilvl w:val="{numbers[1]}"/><w:numId w:val="{numbers[0]}"/></w:numPr>' if numbers else "",
            tabs,
            "<w:bidi/>" if rtl else ('<w:bidi w:val="0"/>' if within_rtl else ""),
            f'<w:ind w:left="{indent}"/>' if indent else "",
            f'<w:jc w:val="{jc}"/>' if jc else "",
        )
    )
    return f"<w:pPr>{inner}</w:pPr>" if inner else ""


def bookmarked(name: str, content: str, book: Book) -> str:
    mark = book.next_mark()
    return f'<w:bookmarkStart w:id="{mark}" w:name="{attr(name)}"/>{content}<w:bookmarkEnd w:id="{mark}"/>'


def head(piece: Head, book: Book) -> str:
    """A heading; the kicker is part of it, so that Word's own contents list shows it too."""
    content = bookmarked(piece.bookmark, kicked(piece, book), book)
    made = paragraph(f"Heading{piece.level}", content, book, text=piece.text, page=piece.new_page)
    if piece.facts:
        made += paragraph("HeadingFacts", r.runs(piece.facts, book), book)
    return made


def kicked(piece: Head, book: Book) -> str:
    """ "Case study: The orchards" with the first part set apart."""
    title = r.runs(piece.text, book)
    if not piece.kicker:
        return title
    look = r.Look("HeadingKicker")
    return r.pattern("paper.kicked", book, look, kicker=r.runs(piece.kicker, book, look), title=title)


def para(piece: Para, book: Book, depth: int = 0) -> str:
    style = _STYLES.get(piece.style, "")
    content = r.runs(piece.text, book)
    if piece.style == "term":
        colon = r.words(book.edition.words("paper.colon"), book, r.BOLD)
        content = r.runs(piece.text, book, r.BOLD) + colon + r.runs(piece.rest, book)
    if piece.label:
        content = r.runs(piece.label, book, r.BOLD) + r.tab(book) + content
    if piece.box:
        content = f'<w:r><w:rPr><w:rStyle w:val="TickBox"/></w:rPr><w:t>☐</w:t></w:r>{r.tab(book)}{content}'
    for name in piece.marks:
        content = bookmarked(name, "", book) + content
    indent = 340 * depth if depth and style in ("", "FacilitatorMark") else 0
    return paragraph(style, content, book, text=piece.text, keep=piece.keep, indent=indent)


def item(entry: Entry, book: Book, depth: int, number: int, keep: bool) -> str:
    """The paragraph of a list item; `number` is its list when it is numbered."""
    level = min(depth, _DEEPEST - 1)
    ending = "" if level == 0 else str(level + 1)
    content = r.phrase(entry.source, book) + r.runs(entry.text, book)
    if entry.mark:
        content = bookmarked(entry.mark, content, book)
    if entry.label:
        content = r.runs(entry.label, book, r.Look("CaptionNumber")) + r.tab(book) + content
        return paragraph("ListLabel", content, book, text=entry.text, keep=keep)
    if number:
        return paragraph(f"ListNumber{ending}", content, book, text=entry.text, numbers=(number, level), keep=keep)
    return paragraph(f"ListBullet{ending}", content, book, text=entry.text, keep=keep)


def indexed(piece: Indexed, book: Book) -> str:
    """A term and the pages that it stands on, which Word counts; where they are known each page is named once."""
    pages = {book.page(name) or name: name for name in reversed(piece.marks)}
    shown = [name for name in piece.marks if name in pages.values()]
    if not any(book.page(name) for name in shown):
        shown = shown[:1]
    comma = r.words(book.edition.words("paper.list_comma"), book)
    numbers = comma.join(r.field(f"PAGEREF {name} \\h", book.page(name), book) for name in shown)
    letter = paragraph("IndexHeading", r.words(piece.letter, book), book, keep=True) if piece.letter else ""
    content = r.runs(piece.term, book) + r.words("  ", book) + numbers
    return letter + paragraph("Index1", content, book, text=piece.term)


def lines(piece: Lines, book: Book) -> str:
    """A label and ruled lines to write on."""
    label = paragraph("Label", r.runs(piece.label, book), book, text=piece.label) if piece.label else ""
    ruled = paragraph("RuledLine", "", book, keep=piece.count <= 6)
    last = paragraph("RuledLine", "", book)
    return label + ruled * (piece.count - 1) + last + paragraph("Spacer", "", book)
