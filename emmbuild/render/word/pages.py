"""What stands around the text on paper: cover, contents, headers and footers, the page itself."""

from __future__ import annotations

from emmbuild.core.text import Text
from emmbuild.plan.document.model import Cover, Document, Head
from emmbuild.render.word import runs as r
from emmbuild.render.word.book import TEXT_WIDTH, Book
from emmbuild.render.word.paragraphs import kicked, paragraph
from emmbuild.render.word.tables import cell, frame, row
from emmbuild.render.xml import DECLARATION, attr

PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 11906, 16838, 1247  # A4, twips
COVER_HEIGHT, ARABIC_COVER_HEIGHT, LARGE_COVER_HEIGHT = 6200, 5000, 1700  # lines of Arabic letters are higher
_LABEL = r.Look("CaptionNumber")
_NO_DOTS = f'<w:tabs><w:tab w:val="right" w:pos="{TEXT_WIDTH}"/></w:tabs>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def cover(piece: Cover, book: Book) -> str:
    """A band in the theme's colour from edge to edge with the title, and the facts below it."""

    def line(style: str, text: Text) -> str:
        return paragraph(style, r.runs(text, book), book, text=text) if text else ""

    inside = line("CoverKicker", piece.volume) + line("Title", piece.title) + line("Subtitle", piece.edition)
    usual = ARABIC_COVER_HEIGHT if book.language.script == "Arab" else COVER_HEIGHT
    rows = row(
        cell(PAGE_WIDTH, inside, centred=True, shade=book.shade("primary")),
        height=LARGE_COVER_HEIGHT if book.large else usual,
    )
    band = frame("EmmCover", "plain", (PAGE_WIDTH,), rows, book, name=piece.title.plain, indent=-MARGIN)
    facts = "".join(
        paragraph("CoverFact", r.runs(label, book, _LABEL) + r.tab(book) + r.runs(value, book), book)
        for label, value in piece.facts
    )
    blanks = "".join(
        paragraph("CoverBlank", r.runs(text, book) + r.words(" ", book) + r.tab(book), book) for text in piece.blanks
    )
    return line("CoverLibrary", piece.library) + band + line("CoverSummary", piece.summary) + facts + blanks


def contents(document: Document, book: Book) -> str:
    """A TOC field with its entries filled in. Where nobody has laid the pages out yet, the fields of their numbers are
    there, empty, and without dots that lead to nothing, until Word updates the field."""
    title = paragraph("TOCHeading", r.runs(document.contents, book), book, page=True)
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> '
        'TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    entries = [_entry(head, book, begin if place == 0 else "") for place, head in enumerate(document.outline)]
    end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    return title + "".join(entries) + end if entries else ""


def _entry(head: Head, book: Book, before: str) -> str:
    number = book.page(head.bookmark)
    page = r.field(f"PAGEREF {head.bookmark} \\h", number, book)
    inner = f"{kicked(head, book)}{r.tab(book)}{page}"
    link = f'<w:hyperlink w:anchor="{attr(head.bookmark)}" w:history="1">{inner}</w:hyperlink>'
    return paragraph(f"TOC{head.level}", before + link, book, text=head.text, tabs="" if number else _NO_DOTS)


def header(running: Text, document: Document, book: Book) -> str:
    """The running title on one side, the kind of document on the other."""
    content = r.runs(running, book) + r.tab(book) + r.runs(document.edition, book)
    return f"{DECLARATION}<w:hdr {_W}>{paragraph('Header', content, book, tabs=_far_side(document))}</w:hdr>"


def footer(document: Document, book: Book) -> str:
    """The manual on one side, "Page x of y" on the other."""
    number = book.edition.words.number(1)
    page, pages = r.field("PAGE", number, book), r.field("NUMPAGES", number, book)
    count = r.pattern("paper.page", book, page=page, pages=pages)
    content = r.runs(document.cover.library, book) + r.tab(book) + count
    return f"{DECLARATION}<w:ftr {_W}>{paragraph('Footer', content, book, tabs=_far_side(document))}</w:ftr>"


def empty_header() -> str:
    """For the cover, which has no running title."""
    return f"{DECLARATION}<w:hdr {_W}><w:p/></w:hdr>"


def empty_footer() -> str:
    return f"{DECLARATION}<w:ftr {_W}><w:p/></w:ftr>"


def text_width(document: Document) -> int:
    """Twips between the margins."""
    return PAGE_HEIGHT - 2 * MARGIN if document.landscape else TEXT_WIDTH


def _far_side(document: Document) -> str:
    """The tab at the far margin, where that is not where the style has it."""
    if not document.landscape:
        return ""
    far = text_width(document)
    return f'<w:tabs><w:tab w:val="clear" w:pos="{TEXT_WIDTH}"/><w:tab w:val="right" w:pos="{far}"/></w:tabs>'


def page(
    references: str,
    book: Book,
    *,
    first: bool = False,
    start: str = "nextPage",
    columns: int = 1,
    landscape: bool = False,
) -> str:
    """w:sectPr: A4, the `first` page without header and footer, right-to-left where the language is. `start`: where the
    section begins, on any page or on an odd one."""
    count = f'w:num="{columns}" ' if columns > 1 else ""
    size = f'w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"'
    if landscape:
        size = f'w:w="{PAGE_HEIGHT}" w:h="{PAGE_WIDTH}" w:orient="landscape"'
    title_page = "<w:titlePg/>" if first else ""
    bidi = "<w:bidi/><w:rtlGutter/>" if book.rtl else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="{start}"/><w:pgSz {size}/>'
        f'<w:pgMar w:top="1361" w:right="{MARGIN}" w:bottom="1247" w:left="{MARGIN}" w:header="624" w:footer="567" '
        f'w:gutter="0"/><w:cols {count}w:space="708"/>{title_page}{bidi}</w:sectPr>'
    )
