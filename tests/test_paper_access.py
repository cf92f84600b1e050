"""Every Word file of the library, in every language, is one that a screen reader can use and python-docx reopens.

The rules are those that Word's own checker and WCAG name: title and language of the document, headings in order, words for
pictures, header rows, links that say where they lead, nothing that floats.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from conftest import ROOT
from lxml import etree

from emmbuild import pipeline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
DC = "{http://purl.org/dc/elements/1.1/}"
ADEC = "{http://schemas.microsoft.com/office/drawing/2017/decorative}"
KINDS = ("docx", "worksheets", "answer-key", "large-print")
LANGUAGES = ("en", "fr", "es", "ar", "bs", "fa", "ko")


def faults(data: bytes, tag: str) -> list[str]:
    """What keeps somebody from reading the file, in words."""
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        body, styles, core = (
            etree.fromstring(opened.read(f"{name}.xml")) for name in ("word/document", "word/styles", "docProps/core")
        )
    return [*_of_the_whole(core, styles, tag), *_headings(body), *_pictures(body), *_tables(body), *_links(body)]


def _of_the_whole(core: Any, styles: Any, tag: str) -> Iterator[str]:
    if not (core.findtext(f"{DC}title") or "").strip():
        yield "no title"
    if core.findtext(f"{DC}language") != tag:
        yield f"the language is said to be {core.findtext(f'{DC}language')}"
    spoken = styles.find(f"{W}docDefaults//{W}lang")
    if spoken is None or tag not in spoken.attrib.values():
        yield "the styles have another language"


def _headings(body: Any) -> Iterator[str]:
    last = 0
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(f"{W}val")
        if not name.startswith("Heading") or not name[7:].isdigit():
            continue
        level, words = int(name[7:]), _words(paragraph)
        if not words:
            yield f"an empty heading of level {level}"
        if level > last + 1:
            yield f"level {level} after {last}: {words}"
        last = level
    if not last:
        yield "no heading"


def _pictures(body: Any) -> Iterator[str]:
    for shown in body.iter(f"{WP}docPr"):
        if not (shown.get("descr") or "").strip() and shown.find(f".//{ADEC}decorative") is None:
            yield f"no words for {shown.get('name')}"
    if any(True for _ in body.iter(f"{WP}anchor")):
        yield "something floats"


def _tables(body: Any) -> Iterator[str]:
    for table in body.iter(f"{W}tbl"):
        if len(table.findall(f"{W}tblGrid/{W}gridCol")) == 1:
            continue  # a box round its words
        first, look = table.find(f"{W}tr"), table.find(f"{W}tblPr/{W}tblLook")
        if look.get(f"{W}firstColumn") == "1" and look.get(f"{W}firstRow") == "0":
            if not all(_words(row.find(f"{W}tc")) for row in table.iter(f"{W}tr")):
                yield "a row without a name"
            continue
        if first.find(f"{W}trPr/{W}tblHeader") is None or look.get(f"{W}firstRow") != "1":
            yield f"no header row: {_words(first)}"
        if any(not _words(cell) for cell in first.findall(f"{W}tc")):
            yield f"a column without a name: {_words(first)}"
        if any(True for _ in table.iter(f"{W}gridSpan", f"{W}vMerge")):
            yield f"merged cells: {_words(first)}"


def _links(body: Any) -> Iterator[str]:
    for link in body.iter(f"{W}hyperlink"):
        if not _words(link):
            yield "a link without words"


def _words(element: Any) -> str:
    return "".join(part.text or "" for part in element.iter(f"{W}t")).strip()


def documents(code: str) -> Iterator[tuple[str, bytes]]:
    desk = pipeline.Desk(ROOT)
    for section in desk.shelf.files:
        maker = desk.edition_maker(section, code)
        for made in (pipeline.formats()[kind] for kind in KINDS):
            for audience in made.audiences:
                for edition in made.editions(maker.edition(made, audience)):
                    yield made.file_name(edition), made.write(edition).data


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_document_is_accessible_and_reopens(code: str) -> None:
    tag, found, count = pipeline.Desk(ROOT).edition_maker("2.6", code).language.tag, {}, 0
    for name, data in documents(code):
        count += 1
        if missed := faults(data, tag):
            found[name] = missed
        assert docx.Document(io.BytesIO(data)).core_properties.title, name
    assert count > 150 and found == {}


END = (b"</w:body>",)
TABLE = (
    b"<w:tbl><w:tblPr><w:tblLook w:%b/></w:tblPr><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    b"<w:tr><w:trPr>%b</w:trPr><w:tc><w:p/></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body>"
)
BROKEN = {
    "no title": ("docProps/core.xml", b"<dc:title>", b"<dc:title/><dc:description>", b"</dc:title>", b"</dc:description>"),
    "the language is said to be": ("docProps/core.xml", b">en-GB<", b">en-AU<"),
    "the styles have another language": ("word/styles.xml", b"en-GB", b"en-AU"),
    "level 4 after": ("word/document.xml", b'"Heading2"', b'"Heading4"'),
    "no words for": ("word/document.xml", b" descr=", b" title="),
    "something floats": ("word/document.xml", b"wp:inline", b"wp:anchor"),
    "no header row": ("word/document.xml", b"<w:tblHeader/>", b""),
    "a link without words": ("word/document.xml", *END, b"<w:p><w:hyperlink/></w:p></w:body>"),
    "no heading": ("word/document.xml", b'"Heading', b'"Headless'),
    "an empty heading": ("word/document.xml", *END, b'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr></w:p></w:body>'),
    "merged cells": ("word/document.xml", b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="1"/>'),
    "a column without a name": ("word/document.xml", *END, TABLE % (b'firstRow="1" w:firstColumn="0"', b"<w:tblHeader/>")),
    "a row without a name": ("word/document.xml", *END, TABLE % (b'firstRow="0" w:firstColumn="1"', b"")),
}


@pytest.mark.parametrize("said", BROKEN)
def test_each_fault_is_found(said: str) -> None:
    desk = pipeline.Desk(ROOT)
    made = pipeline.formats()["docx"]
    whole = made.write(desk.edition_maker("2.6", "en").edition(made, "participant")).data
    part, *changes = BROKEN[said]
    broken = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(whole)) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                for old, new in zip(changes[::2], changes[1::2], strict=True):
                    assert old in data
                    data = data.replace(old, new)
            target.writestr(name, data)
    assert faults(whole, "en-GB") == [] and any(fault.startswith(said) for fault in faults(broken.getvalue(), "en-GB"))
