"""Handouts: three slides on a page, with lines to write on beside them. The slides stay words and shapes, not pictures."""

from __future__ import annotations

import io
from typing import Any

SLIDES = 3  # on a page
WIDTH, HEIGHT, MARGIN = 595.3, 841.9, 42.5  # A4, points
PICTURE, GAP = 255.0, 24.0  # how wide a slide is, and what lies between it and the lines
RULES, RULE = 10, 21.0  # lines beside a slide and their distance


def handout(deck: bytes, *, title: str, language: str, rtl: bool) -> bytes:
    """The PDF of a deck, three slides on each page, on the side where reading begins."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject

    writer = PdfWriter()
    forms = [_form(slide, writer) for slide in PdfReader(io.BytesIO(deck)).pages]
    for first in range(0, len(forms), SLIDES):
        page = writer.add_blank_page(width=WIDTH, height=HEIGHT)
        marks, shown = [], DictionaryObject()
        for place, (form, wide, high) in enumerate(forms[first : first + SLIDES]):
            shown[NameObject(f"/S{place}")] = form
            marks.append(_beside(place, wide, high, rtl=rtl))
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): shown})
        stream = DecodedStreamObject()
        stream.set_data("\n".join(marks).encode("ascii"))
        page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    writer.add_metadata({"/Title": title, "/Producer": "emmbuild"})
    root: Any = writer.root_object
    root[NameObject("/Lang")] = TextStringObject(language)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _form(slide: Any, writer: Any) -> tuple[Any, float, float]:
    """A slide as a form that pages can show (ISO 32000-1, 8.10), with its width and height."""
    from pypdf.generic import DecodedStreamObject, NameObject

    form: Any = DecodedStreamObject()
    form.set_data(slide.get_contents().get_data())
    form = form.flate_encode()
    form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
    form[NameObject("/BBox")] = slide.mediabox.clone(writer)
    form[NameObject("/Resources")] = slide["/Resources"].clone(writer)
    return writer._add_object(form), float(slide.mediabox.width), float(slide.mediabox.height)


def _beside(place: int, wide: float, high: float, *, rtl: bool) -> str:
    """The operators for one slide with its frame and its lines; `wide` and `high` are those of the slide."""
    top = HEIGHT - MARGIN - place * (HEIGHT - 2 * MARGIN) / SLIDES
    start = WIDTH - MARGIN - PICTURE if rtl else MARGIN
    scale = PICTURE / wide
    left = MARGIN if rtl else MARGIN + PICTURE + GAP
    right = left + WIDTH - 2 * MARGIN - PICTURE - GAP
    lines = (f"{left:.1f} {top - RULE * n:.1f} m {right:.1f} {top - RULE * n:.1f} l S" for n in range(1, RULES + 1))
    return "\n".join(
        (
            f"q {scale:.5f} 0 0 {scale:.5f} {start:.1f} {top - high * scale:.1f} cm /S{place} Do Q",
            f"0.6 G 0.5 w {start:.1f} {top - high * scale:.1f} {PICTURE:.1f} {high * scale:.1f} re S",
            *lines,
        )
    )
