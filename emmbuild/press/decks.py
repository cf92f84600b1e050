"""A deck as LibreOffice shows it right: for pictures and PDF files only (docs/analysis/right-to-left-slides.md)."""

from __future__ import annotations

import io
import re
import zipfile
from functools import partial

from emmbuild import archive

_SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")


def adapted(deck: bytes, *, hidden: bool) -> bytes:
    """The deck with columns of right-to-left tables turned by hand, for LibreOffice does not know `tblPr rtl`; with
    `hidden` its backup slides are shown, which LibreOffice leaves out."""
    with zipfile.ZipFile(io.BytesIO(deck)) as source:
        parts = [(name, source.read(name)) for name in source.namelist()]
    return archive.frame(
        archive.part(name, _slide(data, hidden=hidden) if _SLIDE.match(name) else data) for name, data in parts
    )


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
