"""Handouts: three slides on a page, with lines to write on beside them. Slides stay words and shapes with their tags."""

from __future__ import annotations

import io
from typing import Any

from emmbuild.press import tagging

SLIDES = 3  # on a page
WIDTH, HEIGHT, MARGIN = 595.3, 841.9, 42.5  # A4, points
PICTURE, GAP = 255.0, 24.0  # how wide a slide is, and what lies between it and the lines
RULES, RULE = 10, 21.0  # lines beside a slide and their distance


def handout(deck: bytes, *, rtl: bool) -> bytes:
    """The tagged PDF of a deck, three slides on each page, on the side where reading begins; its title, language, tags and
    bookmarks are those of the deck."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    reader = PdfReader(io.BytesIO(deck))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    root: Any = writer.root_object
    slides: list[Any] = list(writer.pages)
    bookmarks = [(str(entry.title), reader.get_destination_page_number(entry) or 0) for entry in _flat(reader.outline)]
    for name in ("/Outlines", "/Dests", "/OpenAction", "/PageMode"):
        root.pop(name, None)
    places: dict[int, tagging.Place] = {}
    for first in range(0, len(slides), SLIDES):
        sheet: Any = writer.add_blank_page(width=WIDTH, height=HEIGHT)
        marks, shown = [], DictionaryObject()
        for place, slide in enumerate(slides[first : first + SLIDES]):
            shown[NameObject(f"/S{place}")] = form = _form(slide, writer)
            places[slide.indirect_reference.idnum] = tagging.Place(sheet.indirect_reference, form)
            marks.append(_beside(place, float(slide.mediabox.width), float(slide.mediabox.height), rtl=rtl))
        sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): shown})
        sheet[NameObject("/Tabs")] = NameObject("/S")
        stream = DecodedStreamObject()
        stream.set_data("\n".join(marks).encode("ascii"))
        sheet[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    tagging.move_pages(root["/StructTreeRoot"], places)
    for _ in slides:
        writer.remove_page(0)
    for title, number in bookmarks:
        writer.add_outline_item(title=title, page_number=number // SLIDES)
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _flat(entries: list[Any]) -> list[Any]:
    return [found for entry in entries for found in (_flat(entry) if isinstance(entry, list) else [entry])]


def _form(slide: Any, writer: Any) -> Any:
    """A slide as a form that pages can show (ISO 32000-1, 8.10), with the numbers that its tags go by (14.7.4.4)."""
    from pypdf.generic import DecodedStreamObject, NameObject

    form: Any = DecodedStreamObject()
    form.set_data(slide.get_contents().get_data())
    form = form.flate_encode()
    form[NameObject("/Type")], form[NameObject("/Subtype")] = NameObject("/XObject"), NameObject("/Form")
    form[NameObject("/BBox")] = slide.mediabox
    form[NameObject("/Resources")] = slide["/Resources"]
    form[NameObject("/StructParents")] = slide["/StructParents"]
    return writer._add_object(form)


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
            "/Artifact BMC",
            f"0.6 G 0.5 w {start:.1f} {top - high * scale:.1f} {PICTURE:.1f} {high * scale:.1f} re S",
            *lines,
            "EMC",
        )
    )
