"""XLSX for people without translation tools: a protected sheet with one column to fill (ECMA-376 part 1, clause 18).

Written whole here, so that it is the same bytes every time; read back by the names of its columns, so
that sorted, deleted and added rows or columns do no harm.
"""

from __future__ import annotations

import io
import re
import zipfile
from math import ceil
from unicodedata import east_asian_width

from lxml import etree

from emmbuild.archive import frame, part
from emmbuild.exchange.parcel import Delivery, Exchange, Parcel, Returned, unreadable
from emmbuild.exchange.xml import PARSER, escaped
from emmbuild.localize.states import State

COLUMNS = ("ID", "Base", "Source", "Translation", "State", "Where", "Remarks")
_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_WIDTHS = (18, 12, 60, 60, 13, 30, 40)
_SHOWN = (True, False, True, True, True, True, True)
_LIMIT = 50_000_000
_LINE, _MOST_LINES = 15, 27  # points; a row is 409 points at most


def write(parcel: Parcel) -> bytes:
    rows = [_row(1, COLUMNS, (1,) * 7)]
    for number, row in enumerate(parcel.rows, 2):
        cells = (row.id, row.base, row.source, row.target, row.state, row.context, row.note)
        rows.append(_row(number, cells, (2, 2, 2, 3, 4, 2, 2)))
    last = len(rows)
    columns = "".join(
        f'<col min="{n}" max="{n}" width="{width}" customWidth="1" hidden="{int(not _SHOWN[n - 1])}"/>'
        for n, width in enumerate(_WIDTHS, 1)
    )
    states = ",".join(State)
    sheet = (
        f'<worksheet xmlns="{_NS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" '
        f'activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>{columns}</cols>'
        f"<sheetData>{''.join(rows)}</sheetData>"
        '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>'
        f'<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="E2:E{max(last, 2)}">'
        f"<formula1>&quot;{states}&quot;</formula1></dataValidation></dataValidations>"
        '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>'
    )
    name = escaped(re.sub(r"[\[\]:*?/\\]", " ", f"{parcel.name} {parcel.language.code}")[:31])
    book = (
        f'<workbook xmlns="{_NS}" xmlns:r="{_OFFICE}"><sheets><sheet name="{name}" sheetId="1" r:id="rId1"/></sheets>'
        "</workbook>"
    )
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    files = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}styles+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": book,
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{_OFFICE}/worksheet" '
        f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        "</Relationships>",
        "xl/styles.xml": _styles(2 if parcel.language.rtl else 1),
        "xl/worksheets/sheet1.xml": sheet,
    }
    return frame(part(name, head + text) for name, text in files.items())


def _row(number: int, cells: tuple[str, ...], styles: tuple[int, ...]) -> str:
    made = "".join(
        f'<c r="{letter}{number}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{escaped(cell)}</t></is></c>'
        for letter, cell, style in zip("ABCDEFG", cells, styles, strict=True)
    )
    return f'<row r="{number}" ht="{_LINE * _lines(cells)}" customHeight="1">{made}</row>'


def _lines(cells: tuple[str, ...]) -> int:
    """How many lines the fullest cell takes, wide letters counting twice: programs work it out only while one types."""
    most = 1
    for cell, width, shown in zip(cells, _WIDTHS, _SHOWN, strict=True):
        columns = sum(2 if east_asian_width(char) in "WF" else 1 for char in cell) if shown else 0
        most = max(most, ceil(1.1 * columns / width))
    return min(_MOST_LINES, most)


def _styles(reading: int) -> str:
    """Cell formats: 1 header, 2 locked text, 3 the translation (open, in its direction), 4 the state (open)."""
    text = '<alignment vertical="top" wrapText="1"/>'
    free = '<protection locked="0"/>'
    mine = f'<alignment vertical="top" wrapText="1" readingOrder="{reading}"/>'
    start = '<xf numFmtId="49" xfId="0" applyAlignment="1" applyProtection="1" applyNumberFormat="1" borderId="0"'
    return (
        f'<styleSheet xmlns="{_NS}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill '
        'patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill '
        'patternType="solid"><fgColor rgb="FFFFF8DC"/></patternFill></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        f'{start} fontId="1" fillId="0" applyFont="1">{text}</xf>{start} fontId="0" fillId="0">{text}</xf>'
        f'{start} fontId="0" fillId="2" applyFill="1">{mine}{free}</xf>{start} fontId="0" fillId="0">{text}{free}</xf>'
        "</cellXfs></styleSheet>"
    )


def read(data: bytes) -> Delivery:
    """Raises ContentError TRX101 for no workbook, or one without the columns ID and Translation."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            names = sorted(name for name in book.namelist() if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", name))
            wanted = [name for name in (*names[:1], "xl/sharedStrings.xml") if name in book.namelist()]
            if not names or sum(book.getinfo(name).file_size for name in wanted) > _LIMIT:
                raise unreadable("XLSX", "it holds no sheet, or one that is far too large")
            sheet = etree.fromstring(book.read(names[0]), PARSER)
            strings = etree.fromstring(book.read(wanted[1]), PARSER) if len(wanted) > 1 else None
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as problem:
        raise unreadable("XLSX", str(problem)) from None
    shared = [_text(item) for item in strings.iter(f"{{{_NS}}}si")] if strings is not None else []
    table = [_cells(row, shared) for row in sheet.iter(f"{{{_NS}}}row")]
    place = next((n for n, (_, cells) in enumerate(table) if {"ID", "Translation"} <= set(cells.values())), None)
    if place is None:
        seen = ", ".join(value for value in (table[0][1].values() if table else ()) if value) or "none"
        raise unreadable("XLSX", f"a column named ID or Translation is missing; the first row has: {seen}")
    column = {name: letter for letter, name in table[place][1].items()}
    remarks = [
        f"merged cells {cell.get('ref')}: only the first of them holds words" for cell in sheet.iter(f"{{{_NS}}}mergeCell")
    ]
    remarks += [f"the column {name} is missing" for name in ("Base", "Source") if name not in column]
    rows = []
    for number, cells in table[place + 1 :]:
        got = {name: cells.get(column.get(name, ""), "") for name in COLUMNS}
        if got["ID"].strip():
            rows.append(
                Returned(got["ID"].strip(), got["Translation"], got["Base"].strip(), got["Source"], f"row {number}")
            )
        elif got["Translation"].strip():
            remarks.append(f"row {number} has a translation and no ID: {got['Translation'][:60]}")
    return Delivery(tuple(rows), tuple(remarks))


def _cells(row: etree._Element, shared: list[str]) -> tuple[str, dict[str, str]]:
    found = {}
    for cell in row.iter(f"{{{_NS}}}c"):
        value = cell.find(f"{{{_NS}}}v")
        if cell.get("t") == "s" and value is not None and (value.text or "").isdigit():
            number = int(value.text or "0")
            words = shared[number] if number < len(shared) else ""
        elif cell.get("t") == "inlineStr":
            words = _text(cell)
        else:
            words = (value.text or "") if value is not None else ""
        found[re.sub(r"\d", "", cell.get("r", ""))] = words
    return row.get("r", "?"), found


def _text(item: etree._Element) -> str:
    """The words of a string, without phonetic guides."""
    return "".join(t.text or "" for t in item.iter(f"{{{_NS}}}t") if etree.QName(t.getparent()).localname != "rPh")


FORMAT = Exchange("xlsx", "Excel sheet", "xlsx", write, read)
