"""Tables: grids of words, and panels (a box is a table with a title row and one cell)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from emmbuild.core import walk
from emmbuild.core.text import EMPTY, Text
from emmbuild.plan.document.model import Caption, Grid, Panel
from emmbuild.render.word import runs as r
from emmbuild.render.word.book import TEXT_WIDTH, Book
from emmbuild.render.word.paragraphs import bookmarked, paragraph
from emmbuild.render.xml import attr

_GRIDS = {
    "fill": "EmmFill",
    "match": "EmmFill",
    "strip": "EmmFill",
    "flip": "EmmFill",
    "register": "EmmFill",
    "plan": "EmmFill",
}
_PANELS = {
    "definition": ("EmmDefinition", "PanelTitleDefinition"),
    "note": ("EmmNote", "PanelTitleNote"),
    "key": ("EmmKey", "PanelTitleKey"),
}
# Panels that are one part: some always, the others up to so many characters (a third of a page). A part with few lines is
# never split.
_WHOLE = ("definition", "key", "objectives", "messages")
_SHORT, _LINE = 1100, 70
_FEW, _SHORT_HEIGHT = 8, 5100  # rows; twips
PANEL_PADDING = 2 * 198
_HEIGHTS = {"fill": 1020, "match": 480, "flip": 700, "register": 520}  # twips
Field = Callable[[int, int], str]
_LOOK = {
    "data": 'w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"',
    "total": 'w:val="0460" w:firstRow="1" w:lastRow="1" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"',
    "plain": 'w:val="0600" w:firstRow="0" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"',
    "named": 'w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="1" w:noVBand="1"',
    "panel": 'w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"',
}


def frame(
    style: str,
    look: str,
    widths: tuple[int, ...],
    rows: str,
    book: Book,
    *,
    name: str = "",
    indent: int = 0,
    mirrored: bool | None = None,
) -> str:
    """w:tbl with fixed columns: Word reads w:tcW, LibreOffice w:tblGrid, so both are given.
    `mirrored` = the first column on the right; as the language reads, unless it is said."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    turned = "<w:bidiVisual/>" if (book.rtl if mirrored is None else mirrored) else ""
    move = f'<w:tblInd w:w="{indent}" w:type="dxa"/>' if indent else ""
    caption = f'<w:tblCaption w:val="{attr(name[:250])}"/>' if name else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/>{turned}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{move}'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {_LOOK[look]}/>{caption}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def cell(width: int, content: str, *, centred: bool = False, shade: str = "", turn: str = "") -> str:
    """w:tc; `turn` is the direction of its lines (ISO 29500-1, 17.18.93) where they do not run across the page."""
    flow = f'<w:textDirection w:val="{turn}"/>' if turn else ""
    middle = '<w:vAlign w:val="center"/>' if centred else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}{flow}{middle}</w:tcPr>{content}</w:tc>'


def row(cells: str, *, header: bool = False, height: int = 0, whole: bool = True) -> str:
    inner = "".join(
        (
            "<w:cantSplit/>" if whole else "",
            f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else "",
            "<w:tblHeader/>" if header else "",
        )
    )
    return f"<w:tr><w:trPr>{inner}</w:trPr>{cells}</w:tr>" if inner else f"<w:tr>{cells}</w:tr>"


def grid(piece: Grid, book: Book, width: int = TEXT_WIDTH, field: Field | None = None) -> str:
    """The table; `field` makes what stands in an empty cell of a form: its row and column, counted from 1."""
    widths = _widths(piece, width)
    style = _GRIDS.get(piece.role, "EmmTable")
    height = _HEIGHTS.get(piece.role, 0)
    head_style = "TableHeadLight" if style == "EmmFill" else "TableHead"
    made = [row(_cells(piece.header, widths, head_style, book), header=True)]
    last, short = len(piece.rows) - 1, _is_short(piece)
    for place, texts in enumerate(piece.rows):
        look = r.BOLD if place > last - piece.totals else r.PLAIN
        fields = partial(field, place + 1) if field else None
        close = piece.keep or (place < last if short else place in (0, last - 1))
        shade = book.shade("light") if place in piece.tinted else ""
        cells = _cells(texts, widths, "TableText", book, look, keep=close, fields=fields, shade=shade)
        made.append(row(cells, height=height))
    look_name = "total" if piece.totals else "data"
    name = piece.caption.text.plain if piece.caption else ""
    above = caption(piece.caption, book, "TableCaption") if piece.caption else ""
    table = frame(style, look_name, widths, "".join(made), book, name=name)
    return above + table + paragraph("Spacer", "", book, keep=piece.keep)


def _cells(
    texts: tuple[Text, ...],
    widths: tuple[int, ...],
    style: str,
    book: Book,
    look: r.Look = r.PLAIN,
    *,
    keep: bool = False,
    fields: Callable[[int], str] | None = None,
    shade: str = "",
) -> str:
    def content(text: Text, column: int) -> str:
        return fields(column) if fields and not text else r.runs(text, book, look)

    padded = (*texts, *(EMPTY for _ in range(len(widths) - len(texts))))
    return "".join(
        [
            cell(width, paragraph(style, content(text, column), book, text=text or None, keep=keep), shade=shade)
            for column, (text, width) in enumerate(zip(padded, widths, strict=True), 1)
        ]
    )


def _is_short(piece: Grid) -> bool:
    """Whether its rows stay on one page; of a longer table no page holds a single row."""
    rows, height = len(piece.rows), _HEIGHTS.get(piece.role, 0)
    words = sum(len(text.source) for texts in piece.rows for text in texts)
    return piece.role == "match" or (rows * height <= _SHORT_HEIGHT and rows <= _FEW and words <= _SHORT)


def _widths(piece: Grid, total: int) -> tuple[int, ...]:
    """Column widths in twips: by the planner's weights, or by how much stands in each column."""
    count = max(len(piece.header), *(len(cells) for cells in piece.rows)) if piece.rows else len(piece.header)
    weights = piece.weights if len(piece.weights) == count else tuple(_weight(piece, column) for column in range(count))
    whole = sum(weights)
    widths = [int(total * weight / whole) for weight in weights]
    widths[-1] += total - sum(widths)
    return tuple(widths)


def _weight(piece: Grid, column: int) -> float:
    """Columns to write in are wide; the others grow with the square root of what they hold."""
    cells = [texts[column].plain for texts in (piece.header, *piece.rows) if column < len(texts)]
    if piece.role == "fill" and not any(cells[1:]):
        return 6.0
    longest_word = max((len(word) for words in cells for word in words.split()), default=1)
    return float(max(longest_word * 0.42, min(9.0, max(len(words) for words in cells) ** 0.5), 2.0))


def caption(piece: Caption, book: Book, style: str) -> str:
    """ "Figure 3" with a number that Word counts and that references take from its bookmark, then the words."""
    look = r.Look("CaptionNumber")
    number = r.field(f"SEQ {piece.kind.capitalize()} \\* ARABIC", book.edition.words.number(piece.number), book, look)
    label = r.pattern(f"paper.{piece.kind}", book, look, number=bookmarked(piece.bookmark, number, book))
    return paragraph(style, f"{label}{r.words('  ', book)}{r.runs(piece.text, book)}", book, text=piece.text)


def panel(piece: Panel, parts: Sequence[str], book: Book, width: int = TEXT_WIDTH) -> str:
    """A box with what is in it; a long one may end a page between any two `parts`."""
    style, title_style = _PANELS.get(piece.role, ("EmmPanel", "PanelTitle"))
    shade = book.shade("light") if style == "EmmPanel" else ""
    title = r.runs(piece.title, book)
    if piece.mark:
        title = bookmarked(piece.mark, title, book)
    if piece.kicker:
        title += r.tab(book) + r.runs(piece.kicker, book, r.Look("PanelKicker"))
    if piece.role in _WHOLE or sum(max(len(text.source), _LINE) for text in walk.texts(piece)) <= _SHORT:
        parts = ["".join(parts)]
    rows = "".join(
        row(cell(width, part or paragraph("", "", book), shade=shade), whole=part.count("<w:p>") <= _SHORT // _LINE)
        for part in parts or [""]
    )
    if title:
        rows = row(cell(width, paragraph(title_style, title, book, text=piece.title), shade=shade), header=True) + rows
    box = frame(style, "panel" if title else "plain", (width,), rows, book, name=piece.title.plain)
    return box + paragraph("Spacer", "", book)
