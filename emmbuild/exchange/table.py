"""DOCX: a table in Word with four columns. Bold and italic are real; the visible ID is the identity.

Content controls would be lost in LibreOffice, visible words are not. Codes (citations, placeholders)
are marked yellow: a translator moves them, whole.
"""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from emmbuild.archive import frame, part
from emmbuild.exchange.parcel import Delivery, Exchange, Parcel, Returned, Row, unreadable
from emmbuild.exchange.xml import PARSER, escaped
from emmbuild.localize.codes import pieces

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEADER = ("ID", "Source", "Translation", "Where")
_WIDTHS = (1900, 5300, 5300, 1900)
_NAME = re.compile(r"(\S+)\s+#([0-9a-f]{8}-[0-9a-f]{8})")
_LIMIT = 50_000_000


def write(parcel: Parcel) -> bytes:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    head = "".join(_cell(_run(name, "<w:b/>"), n) for n, name in enumerate(_HEADER))
    rows = "".join(_row(row, parcel) for row in parcel.rows)
    body = (
        f'<w:document xmlns:w="{_W}"><w:body><w:tbl><w:tblPr><w:tblW w:w="{sum(_WIDTHS)}" w:type="dxa"/>'
        '<w:tblBorders><w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/>'
        '<w:right w:val="single" w:sz="4"/><w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/>'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid><w:tr><w:trPr>'
        f"<w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl><w:p/>"
        '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" '
        'w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>'
    )
    start = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    types = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    links = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    files = {"[Content_Types].xml": types, "_rels/.rels": links, "word/document.xml": body}
    return frame(part(name, start + text) for name, text in files.items())


def _row(row: Row, parcel: Parcel) -> str:
    name = _run(f"{row.id} #{row.base}", '<w:sz w:val="14"/>')
    target = _cell(_runs(row.target, parcel.language.rtl), 2, parcel.language.rtl)
    where = f"{row.context} ({row.state})"
    cells = (_cell(name, 0), _cell(_runs(row.source, False), 1), target, _cell(_run(where, '<w:sz w:val="16"/>'), 3))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(runs: str, column: int, rtl: bool = False) -> str:
    direction = "<w:pPr><w:bidi/></w:pPr>" if rtl else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{_WIDTHS[column]}" w:type="dxa"/></w:tcPr><w:p>{direction}{runs}</w:p></w:tc>'


def _runs(text: str, rtl: bool) -> str:
    """Words with real bold and italic; links, references and placeholders as yellow codes."""
    made, bold, italic = [], False, False
    for piece in pieces(text):
        if piece.style in ("bold", "italic") or (piece.kind == "close" and piece.text in ("**", "*")):
            if piece.text == "**":
                bold = not bold
            else:
                italic = not italic
            continue
        facts = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
        facts += '<w:highlight w:val="yellow"/>' if piece.kind != "words" else "<w:rtl/>" if rtl else ""
        made.append(_run(piece.text, facts))
    return "".join(made)


def _run(text: str, facts: str = "") -> str:
    return f'<w:r><w:rPr>{facts}</w:rPr><w:t xml:space="preserve">{escaped(text)}</w:t></w:r>'


def read(data: bytes) -> Delivery:
    """Raises ContentError TRX101 for no Word document, or one without a table of ours."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            if book.getinfo("word/document.xml").file_size > _LIMIT:
                raise unreadable("DOCX", "it is far too large")
            root = etree.fromstring(book.read("word/document.xml"), PARSER)
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as problem:
        raise unreadable("DOCX", str(problem)) from None
    rows: list[Returned] = []
    remarks: list[str] = []
    found = False
    for number, row in enumerate(root.iter(f"{{{_W}}}tr"), 1):
        cells = row.findall(f"{{{_W}}}tc")
        name = "".join(cells[0].itertext()).strip() if cells else ""
        found = found or name == "ID"
        match = _NAME.search(name)
        if name == "ID":
            continue
        if len(cells) < 3:
            remarks.append(f"table row {number} has {len(cells)} cells: were some merged?")
        elif match or name:
            known = (match[1], match[2]) if match else (name.split()[0], "")
            rows.append(Returned(known[0], _markdown(cells[2]), known[1], _markdown(cells[1]), f"table row {number}"))
        elif _markdown(cells[2]):
            remarks.append(f"table row {number} has a translation and no ID: {_markdown(cells[2])[:60]}")
    if not rows and not found:
        raise unreadable("DOCX", "there is no table whose first column is named ID")
    return Delivery(tuple(rows), tuple(remarks))


def _markdown(cell: etree._Element) -> str:
    """The words of a cell, bold and italic as Markdown; paragraphs become one text."""
    runs: list[tuple[str, bool, bool]] = []
    for paragraph in cell.iter(f"{{{_W}}}p"):
        if runs:
            runs.append((" ", False, False))
        for run in paragraph.iter(f"{{{_W}}}r"):
            words = "".join(t.text or "" for t in run.iter(f"{{{_W}}}t"))
            runs.append((words, _is(run, "b") or _is(run, "bCs"), _is(run, "i") or _is(run, "iCs")))
    made, bold, italic = "", False, False
    for words, is_bold, is_italic in (*runs, ("", False, False)):
        if words or not runs or (words, is_bold) == ("", False):
            if italic and not is_italic:
                made, italic = made + "*", False
            if bold != is_bold:
                made, bold = made + "**", is_bold
            if is_italic and not italic:
                made, italic = made + "*", True
        made += words
    return made.strip()


def _is(run: etree._Element, name: str) -> bool:
    found = run.find(f"{{{_W}}}rPr/{{{_W}}}{name}")
    return found is not None and found.get(f"{{{_W}}}val") not in ("0", "false", "none")


FORMAT = Exchange("docx", "Word table", "docx", write, read)
