"""The pieces of the plan in order, each by the module that knows it."""

from __future__ import annotations

from emmbuild.plan.document.model import (
    Blanks,
    Cards,
    Entry,
    Grid,
    Head,
    Illustration,
    Indexed,
    Lines,
    Listing,
    Panel,
    Para,
    Piece,
    Quotation,
    Rule,
)
from emmbuild.render.word import runs as r
from emmbuild.render.word.book import TEXT_WIDTH, Book
from emmbuild.render.word.cards import CARD_PADDING, cards
from emmbuild.render.word.figures import illustration
from emmbuild.render.word.forms import blanks, form_grid, room
from emmbuild.render.word.paragraphs import head, indexed, item, lines, para, paragraph
from emmbuild.render.word.tables import PANEL_PADDING, grid, panel


def body(pieces: tuple[Piece, ...], book: Book, depth: int = 0, width: int = TEXT_WIDTH) -> str:
    """The XML of the pieces. `depth` = how deep in lists, `width` = twips to fill."""
    return "".join([_one(piece, book, depth, width) for piece in pieces])


def _one(piece: Piece, book: Book, depth: int, width: int) -> str:
    match piece:
        case Head():
            return head(piece, book)
        case Para():
            return para(piece, book, depth)
        case Listing():
            return "".join(_entries(piece, book, depth, width))
        case Grid():
            return form_grid(piece, book, width) if book.form and piece.field else grid(piece, book, width)
        case Illustration():
            return illustration(piece, book, width)
        case Panel():
            return panel(piece, [_closed(part, book) for part in _parts(piece, book, width - PANEL_PADDING)], book, width)
        case Quotation():
            return _quotation(piece, book, width)
        case Lines():
            return room(piece, book, width) if book.form and piece.field else lines(piece, book)
        case Blanks():
            return blanks(piece, book, width)
        case Cards():
            inside = width // piece.columns - CARD_PADDING
            made = [_closed(body(card, book, 0, inside), book) for card in piece.cards]
            return cards(piece, made, book, width)
        case Indexed():
            return indexed(piece, book)
        case Rule():
            return paragraph("PartEnd", "", book)


def _parts(box: Panel, book: Book, width: int) -> list[str]:
    """What is in a box, divided where a page may end: not after what is to be kept with the next, nor in an item. A list
    with bullets or numbers stays in one part: LibreOffice tags one that goes through several cells as if it stood in the
    first of them."""
    found, held = list[str](), ""
    for piece in box.pieces:
        if isinstance(piece, Listing) and all(entry.label for entry in piece.entries):
            made = _entries(piece, book, 0, width)
        else:
            made = [_one(piece, book, 0, width)]
        found += [held + made[0], *made[1:]] if made else [held]
        held = found.pop() if isinstance(piece, Para | Listing | Grid) and piece.keep else ""
    return [*found, held] if held else found


def _entries(piece: Listing, book: Book, depth: int, width: int) -> list[str]:
    number = book.next_list() if piece.ordered else 0

    def one(entry: Entry) -> str:
        return item(entry, book, depth, number, piece.keep) + body(entry.pieces, book, depth + 1, width)

    return [one(entry) for entry in piece.entries]


def _closed(inner: str, book: Book) -> str:
    """A table cell ends with a paragraph (ISO 29500-1, 17.4.65)."""
    return inner + paragraph("Spacer", "", book) if inner.endswith("</w:tbl>") else inner


def _quotation(piece: Quotation, book: Book, width: int) -> str:
    made = ""
    for part in piece.pieces:
        quoted = isinstance(part, Para) and part.style in ("body", "lead")
        if quoted and isinstance(part, Para):
            made += paragraph("Quote", r.runs(part.text, book), book, text=part.text, keep=bool(piece.by))
        else:
            made += body((part,), book, 0, width)
    if piece.by:
        content = r.pattern("paper.quote_by", book, name=r.runs(piece.by, book))
        made += paragraph("QuoteSource", content, book, text=piece.by)
    return made
