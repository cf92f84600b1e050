"""Handouts: the slides of a deck three to a page, with ruled lines beside them to write on.

They are for paper: the pages keep what is drawn, not the tags for screen readers (the deck and the workbook have those).
"""

from __future__ import annotations

import io
from typing import Any

WIDTH, HEIGHT = 595.28, 841.89  # A4 in points
_MARGIN, _FOOT, _GAP = 42.0, 26.0, 16.0
_SLIDE, _ROWS, _LINE = 300.0, 3, 22.0
_GREY = "0.45 G 0.5 w"


def three_up(deck: bytes, *, rtl: bool, foot: str, language: str) -> bytes:
    """A4 pages from the PDF of a deck. `rtl`: the slides stand on the right; `foot` in Latin letters."""
    from pypdf import PdfReader, PdfWriter, Transformation
    from pypdf.generic import NameObject, TextStringObject

    slides = list(PdfReader(io.BytesIO(deck)).pages)
    writer, sheets = PdfWriter(), -(-len(slides) // _ROWS)
    for number in range(sheets):
        page = writer.add_blank_page(WIDTH, HEIGHT)
        some = slides[number * _ROWS : (number + 1) * _ROWS]
        boxes = [_box(slide, row, rtl=rtl) for row, slide in enumerate(some)]
        for slide, (x, y, scale, _) in zip(some, boxes, strict=True):
            page.merge_transformed_page(slide, Transformation().scale(scale).translate(x, y))
        page.merge_page(_drawn(boxes, f"{foot} - {number + 1} / {sheets}", rtl=rtl))
        page.compress_content_streams()
    root: Any = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(language)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


_Box = tuple[float, float, float, float]


def _box(slide: Any, row: int, *, rtl: bool) -> _Box:
    """Where a slide stands: its left and lower edge, its scale, its height."""
    scale = _SLIDE / float(slide.mediabox.width)
    height = float(slide.mediabox.height) * scale
    pitch = (HEIGHT - 2 * _MARGIN - _FOOT) / _ROWS
    x = WIDTH - _MARGIN - _SLIDE if rtl else _MARGIN
    return x, HEIGHT - _MARGIN - row * pitch - height, scale, height


def _drawn(boxes: list[_Box], foot: str, *, rtl: bool) -> Any:
    """A page with a frame round every slide, the lines beside it and the foot."""
    from pypdf import PageObject
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    pitch = (HEIGHT - 2 * _MARGIN - _FOOT) / _ROWS
    first, last = (_MARGIN, WIDTH - _MARGIN - _SLIDE - _GAP) if rtl else (_MARGIN + _SLIDE + _GAP, WIDTH - _MARGIN)
    marks = [_GREY]
    for x, y, _, height in boxes:
        marks.append(f"{x:.2f} {y:.2f} {_SLIDE:.2f} {height:.2f} re S")
        for step in range(1, int((pitch - _GAP) // _LINE) + 1):
            line = y + height - step * _LINE
            marks.append(f"{first:.2f} {line:.2f} m {last:.2f} {line:.2f} l S")
    words = foot.encode("ascii", "replace").decode().replace("\\", "").replace("(", "").replace(")", "")
    marks.append(f"BT /Foot 8 Tf 0.35 g {_MARGIN:.2f} {_MARGIN - 8:.2f} Td ({words}) Tj ET")
    stream = DecodedStreamObject()
    stream.set_data("\n".join(marks).encode("ascii"))
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page = PageObject.create_blank_page(width=WIDTH, height=HEIGHT)
    fonts = DictionaryObject({NameObject("/Foot"): font})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    page[NameObject("/Contents")] = stream
    return page
