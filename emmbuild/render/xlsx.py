"""Workbooks for Excel and LibreOffice: rows of words and numbers → .xlsx, the same bytes each time. The home of openpyxl
for writing; `readers/tables.py` reads."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from emmbuild import archive

Value = str | int | float | None
_WIDEST, _NARROWEST = 60, 8
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*")


@dataclass(frozen=True, slots=True)
class Tab:
    """One sheet of a workbook. The header row stays in sight; a `plain` sheet has none set apart (XLSForm wants that).

    `widths` in characters; worked out from the words where absent. The last `totals` rows are bold.
    """

    name: str
    header: Sequence[str]
    rows: Sequence[Sequence[Value]]
    rtl: bool = False
    plain: bool = False
    widths: Sequence[float] = ()
    totals: int = 0


def workbook(tabs: Iterable[Tab], title: str = "") -> bytes:
    """The .xlsx with the sheets in this order. Words are never taken for formulas (CWE-1236)."""
    from openpyxl import Workbook

    book = Workbook()
    assert book.active is not None
    book.remove(book.active)
    for tab in tabs:
        _sheet(book.create_sheet(sheet_name(tab.name)), tab)
    book.properties.creator, book.properties.title = "emmbuild", title
    out = io.BytesIO()
    book.save(out)
    return _timeless(out.getvalue())


def sheet_name(name: str) -> str:
    """A name that Excel takes: 31 characters, none of []:*?/\\."""
    return re.sub(r"[\[\]:*?/\\]", " ", name)[:31] or "Sheet"


def _sheet(sheet: object, tab: Tab) -> None:
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.worksheet import Worksheet

    assert isinstance(sheet, Worksheet)
    lines = [tuple(tab.header), *(tuple(row) for row in tab.rows)]
    last = len(lines) - tab.totals
    for number, line in enumerate(lines, 1):
        for column, value in enumerate(line, 1):
            cell = sheet.cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
            if tab.plain:
                continue
            cell.alignment = Alignment(vertical="top", wrap_text=True, readingOrder=2 if tab.rtl else 1)
            if number == 1:
                cell.font = Font(bold=True)
                cell.fill = PatternFill("solid", fgColor="FFE7ECEF")
            elif number > last:
                cell.font = Font(bold=True)
    for column in range(1, max((len(line) for line in lines), default=0) + 1):
        width = tab.widths[column - 1] if column <= len(tab.widths) else _width(lines, column - 1)
        sheet.column_dimensions[get_column_letter(column)].width = width
    if not tab.plain:
        sheet.freeze_panes = "A2"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr.fitToPage = True  # type: ignore[union-attr]
    sheet.sheet_view.rightToLeft = tab.rtl


def _width(lines: Sequence[Sequence[Value]], column: int) -> float:
    longest = max((len(str(line[column])) for line in lines if column < len(line) and line[column] is not None), default=0)
    return float(min(_WIDEST, max(_NARROWEST, longest + 2)))


def _timeless(data: bytes) -> bytes:
    """The same parts without the clock that openpyxl puts into them."""
    parts = []
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        for name in made.namelist():
            body = made.read(name)
            if name == "docProps/core.xml":
                body = _TIMES.sub(rb"\g<1>1980-01-01T00:00:00Z", body)
            parts.append(archive.part(name, body))
    return archive.frame(parts)
