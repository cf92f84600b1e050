"""Files as LibreOffice shows them right, for PDF files only (docs/analysis/right-to-left-slides.md and pdf.md)."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Container
from functools import partial
from html import unescape
from itertools import count

from emmbuild import archive
from emmbuild.press.tagging import Drawing

_SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")
_LANGUAGE = re.compile(rb"<dc:language>([A-Za-z0-9-]+)</dc:language>")
_BOOKMARK = re.compile(rb'<w:bookmarkStart [^>]*w:name="([^"]+)"')
_DRAWING = re.compile(r'<wp:docPr [^>]*?descr="([^"]*)"[^>]*>(.*?)</wp:inline>', re.S)
_GROUP = re.compile(r'<p:grpSp><p:nvGrpSpPr><p:cNvPr [^>]*?descr="([^"]*)"[^>]*>(.*?)</p:grpSp>', re.S)
_HEAD = re.compile(rb'<w:pStyle w:val="Heading[1-4]"/>(?:<w:keepNext/>)?')
_FRAME = re.compile(r'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr [^>]*?descr="([^"]*)"(.*?)</p:graphicFrame>', re.S)
_WORDS = "word/document.xml"
_COMPLEX = re.compile(rb'(<a:cs typeface=")[^"]*(")')


def language_of(office: bytes) -> str:
    """The language of an Office file by its properties, or ""."""
    with zipfile.ZipFile(io.BytesIO(office)) as opened:
        found = _LANGUAGE.search(opened.read("docProps/core.xml")) if "docProps/core.xml" in opened.namelist() else None
    return found[1].decode() if found else ""


def bookmarks(word: bytes) -> list[str]:
    """The names of the bookmarks of a Word file, in order."""
    with zipfile.ZipFile(io.BytesIO(word)) as opened:
        return [name.decode() for name in _BOOKMARK.findall(opened.read("word/document.xml"))]


def drawings(word: bytes) -> list[Drawing]:
    """The drawings of a Word file that are groups of shapes, in order; LibreOffice drops their words."""
    with zipfile.ZipFile(io.BytesIO(word)) as opened:
        groups = _DRAWING.findall(opened.read(_WORDS).decode())
    return [
        Drawing(unescape(words), group.count("<wps:wsp>"), group.count("<wps:txbx>"))
        for words, group in groups
        if "<wps:wsp>" in group
    ]


def is_deck(office: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(office)) as opened:
        return "ppt/presentation.xml" in opened.namelist()


def slide_words(deck: bytes) -> list[list[str]]:
    """For each slide that is shown, the words of its charts and of its drawings that have shapes without labels."""
    with zipfile.ZipFile(io.BytesIO(deck)) as opened:
        names = sorted(filter(_SLIDE.match, opened.namelist()), key=lambda name: int(re.sub(r"\D", "", name)))
        slides = [opened.read(name).decode() for name in names]
    return [
        [
            *(unescape(words) for words, shapes in _GROUP.findall(slide) if _has_bare_shape(shapes)),
            *(unescape(words) for words, inside in _FRAME.findall(slide) if "<c:chart " in inside),
        ]
        for slide in slides
        if ' show="0"' not in slide.partition("<p:cSld")[0]
    ]


def _has_bare_shape(group: str) -> bool:
    return "<p:cxnSp>" in group or any("<a:t>" not in shape for shape in group.split("</p:sp>")[:-1])


def deck(data: bytes, *, hidden: bool) -> bytes:
    """The deck with columns of right-to-left tables turned by hand, for LibreOffice does not know `tblPr rtl`; with
    `hidden` its backup slides are shown, which LibreOffice leaves out."""
    return _changed(data, lambda name: bool(_SLIDE.match(name)), partial(_slide, hidden=hidden))


def document(data: bytes, arabic: str) -> bytes:
    """The Word file with another font for Arabic letters."""
    return _changed(data, lambda name: name == "word/theme/theme1.xml", partial(_with_font, font=arabic.encode()))


def relaid(word: bytes, *, splitting: bool, breaks: Container[int]) -> bytes:
    """The Word file with some headings (counted from 0) on a new page, and, if it is `splitting`, with rows of tables that
    may go on on the next page."""
    heads = count()

    def broken(head: re.Match[bytes]) -> bytes:
        return head[0] + b"<w:pageBreakBefore/>" if next(heads) in breaks else head[0]

    def change(words: bytes) -> bytes:
        words = _HEAD.sub(broken, words)
        return words.replace(b"<w:cantSplit/>", b"") if splitting else words

    return _changed(word, lambda name: name == _WORDS, change)


def _changed(data: bytes, wanted: Callable[[str], bool], change: Callable[[bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as source:
        parts = [(name, source.read(name)) for name in source.namelist()]
    return archive.frame(archive.part(name, change(part) if wanted(name) else part) for name, part in parts)


def _with_font(theme: bytes, font: bytes) -> bytes:
    return _COMPLEX.sub(rb"\g<1>" + font + rb"\g<2>", theme)


def _slide(slide: bytes, *, hidden: bool) -> bytes:
    if hidden:
        slide = slide.replace(b' show="0"><p:cSld', b"><p:cSld", 1)
    if b'<a:tblPr rtl="1"' not in slide:
        return slide
    slide = slide.replace(b'<a:tblPr rtl="1"', b"<a:tblPr")
    for cells in (rb"<a:gridCol [^>]*/>", rb"<a:tc>.*?</a:tc>"):
        slide = re.sub(rb"(?:%b)+" % cells, partial(_reversed, cells), slide, flags=re.S)
    return slide


def _reversed(cells: bytes, row: re.Match[bytes]) -> bytes:
    return b"".join(reversed(re.findall(cells, row[0], re.S)))
