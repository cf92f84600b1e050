"""Fields that a person fills in and a program reads back: a content control in a cell of a table.

A field is named twice: the tag of its control (Word keeps it) and a bookmark around it (LibreOffice keeps only that).
What is read back is the whole cell, so words typed beside the control are not lost.
"""

from __future__ import annotations

from zlib import crc32

from emmbuild.core.fields import bookmark_of, cell_field
from emmbuild.core.text import Text
from emmbuild.plan.document.model import Blank, Blanks, Grid, Lines
from emmbuild.render.word import runs as r
from emmbuild.render.word.book import TEXT_WIDTH, Book
from emmbuild.render.word.paragraphs import bookmarked, paragraph
from emmbuild.render.word.tables import cell, frame, grid, row
from emmbuild.render.xml import attr

LINE_HEIGHT, BLANK_HEIGHT, LABEL_WIDTH = 480, 480, 2600  # twips
_EMPTY = "\u2003\u2003"  # what an empty control holds: it can be clicked and prints nothing
_LONGEST = 64  # Word refuses longer titles and tags


def control(name: str, label: str, book: Book, choices: tuple[str, ...] = ()) -> str:
    """A content control for plain text, or one to choose from."""
    number = crc32(name.encode()) & 0x7FFFFFFF or 1
    kind = ""
    if choices:
        items = "".join(f'<w:listItem w:displayText="{attr(c)}" w:value="{attr(c)}"/>' for c in choices)
        kind = f"<w:dropDownList>{items}</w:dropDownList>"
    title = attr(" ".join(label.split())[:_LONGEST])
    inside = r.words(_EMPTY, book)
    made = (
        f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="{attr(name[:_LONGEST])}"/><w:id w:val="{number}"/>{kind}'
        f"</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    )
    return bookmarked(bookmark_of(name), made, book)


def room(piece: Lines, book: Book, width: int = TEXT_WIDTH) -> str:
    """A label and a box as high as the ruled lines would be."""
    label = paragraph("Label", r.runs(piece.label, book), book, text=piece.label) if piece.label else ""
    inner = paragraph("TableText", control(piece.field, piece.label.plain, book), book)
    cells = cell(width, inner)
    box = frame(
        "EmmFill",
        "plain",
        (width,),
        row(cells, height=LINE_HEIGHT * piece.count, whole=False),
        book,
        name=piece.label.plain,
    )
    return label + box + paragraph("Spacer", "", book)


def form_grid(piece: Grid, book: Book, width: int = TEXT_WIDTH) -> str:
    """A table whose empty cells are fields."""

    def field(row_number: int, column: int) -> str:
        cells = piece.rows[row_number - 1]
        named = [text.plain for text in (*cells[:1], *piece.header[column - 1 : column]) if text]
        return control(cell_field(piece.field, row_number, column), " – ".join(named), book)

    return grid(piece, book, width, field)


def blanks(piece: Blanks, book: Book, width: int = TEXT_WIDTH) -> str:
    """The head of a sheet: who filled it in, and when. The first column names the rows, for those who hear the table."""
    widths = (LABEL_WIDTH, width - LABEL_WIDTH)
    rows = "".join(row(_blank(entry, widths, book), height=BLANK_HEIGHT) for entry in piece.entries)
    return frame("EmmFill", "named", widths, rows, book) + paragraph("Spacer", "", book)


def _blank(entry: Blank, widths: tuple[int, ...], book: Book) -> str:
    label: Text = entry.label
    head = cell(widths[0], paragraph("TableHeadLight", r.runs(label, book), book, text=label), shade=book.shade("light"))
    inner = paragraph("TableText", control(entry.field, label.plain, book, entry.choices), book)
    return head + cell(widths[1], inner)
