"""Worksheets that people filled in and sent back, whatever program saved them.

A .docx from outside is not to be trusted: sizes are limited, document types (and so entities) are refused, and only
the text of the cells that hold our fields is read.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from emmbuild.core.diagnostics import ContentError, Span, error
from emmbuild.core.fields import name_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
LIMIT = 20_000_000  # bytes of one part, unpacked
_CELL = re.compile(r"(?P<table>.+)/r(?P<row>\d+)c(?P<column>\d+)")
_BLANKS = " \t\u2002\u2003\u200e\u200f\u00a0"


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in one field. `heading` names the table or question, `label` the row, `column` the column."""

    field: str
    text: str
    heading: str = ""
    label: str = ""
    column: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One filled worksheet. `name` is the file's name, `title` that of the worksheet."""

    name: str
    title: str
    answers: tuple[Answer, ...]

    def answer(self, field: str) -> str:
        return next((answer.text for answer in self.answers if answer.field == field), "")


def read_sheet(name: str, data: bytes) -> Sheet:
    """The answers in a .docx. Raises ContentError COL101 for a file that is no worksheet of ours."""
    body = _part(name, data, "word/document.xml")
    assert body is not None
    parents = {child: parent for parent in body.iter() for child in parent}
    found: dict[str, Answer] = {}
    for mark in body.iter(W + "bookmarkStart"):
        field = name_of(mark.get(W + "name") or "")
        cell = _above(mark, "tc", parents)
        if field and cell is not None and field not in found:
            found[field] = _answer(field, cell, parents)
    if not found:
        raise _wrong(name, "it has no fields of a worksheet")
    title = next((_words(p) for p in body.iter(W + "p") if _style(p).lower().replace(" ", "") == "heading1"), "")
    return Sheet(name, title, tuple(found.values()))


def _part(name: str, data: bytes, part: str) -> ET.Element:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(part).file_size > LIMIT:
                raise _wrong(name, f"its text is larger than {LIMIT:,} bytes")
            with archive.open(part) as stream:
                text = stream.read(LIMIT + 1)
    except (zipfile.BadZipFile, KeyError, OSError, RuntimeError, NotImplementedError, ValueError) as problem:
        raise _wrong(name, "it is not a .docx file, or it is damaged") from problem
    if len(text) > LIMIT or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise _wrong(name, "it holds what no worksheet holds")
    try:
        return ET.fromstring(text)
    except ET.ParseError as problem:
        raise _wrong(name, "its text is damaged") from problem


def _wrong(name: str, why: str) -> ContentError:
    hint = "open it, save it as .docx and try again; worksheets are made by `emmbuild build --to worksheets`"
    return ContentError(error("COL101", f"{name} cannot be collected: {why}", Span(name), hint=hint))


def _above(element: ET.Element, tag: str, parents: dict[ET.Element, ET.Element]) -> ET.Element | None:
    found = parents.get(element)
    while found is not None and found.tag != W + tag:
        found = parents.get(found)
    return found


def _answer(field: str, cell: ET.Element, parents: dict[ET.Element, ET.Element]) -> Answer:
    table = _above(cell, "tbl", parents)
    heading = _before(table, parents) if table is not None else ""
    place = _CELL.fullmatch(field)
    row = _above(cell, "tr", parents)
    if place is None or table is None or row is None:
        return Answer(field, _text(cell), heading)
    rows, column = table.findall(W + "tr"), int(place["column"]) - 1
    head, own = rows[0].findall(W + "tc"), row.findall(W + "tc")
    label = _text(own[0]) if own and own[0] is not cell else ""
    top = _text(head[column]) if column < len(head) else ""
    return Answer(field, _text(cell), heading, label or place["row"], top)


def _before(table: ET.Element, parents: dict[ET.Element, ET.Element]) -> str:
    """The paragraph above a table: its caption or label."""
    siblings = list(parents[table])
    above = siblings[: siblings.index(table)]
    return _words(above[-1]) if above and above[-1].tag == W + "p" else ""


def _text(cell: ET.Element) -> str:
    """All words of a cell, a line for each paragraph; nothing where the field was left alone."""
    return "\n".join(line for line in (_words(p) for p in cell.iter(W + "p")) if line)


def _words(paragraph: ET.Element) -> str:
    out = []
    for part in paragraph.iter():
        if part.tag == W + "t":
            out.append(part.text or "")
        elif part.tag in (W + "br", W + "cr"):
            out.append("\n")
        elif part.tag == W + "tab":
            out.append("\t")
    return "".join(out).strip(_BLANKS + "\n")


def _style(paragraph: ET.Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return (style.get(W + "val") or "") if style is not None else ""
