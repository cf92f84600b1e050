"""Pictures of slides put together: a contact sheet, and handouts with lines to write on."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

_EDGE = 8  # pixels between slides
_CAPTION = 26  # pixels under a slide for its caption
_THUMB = 480  # width of a slide on the sheet, in pixels
_PAGE = (1240, 1754)  # A4 at 150 dots an inch
_ROWS, _MARGIN, _LINES = 3, 90, 8


def contact_sheet(pictures: Sequence[bytes], columns: int, captions: Sequence[str] = ()) -> bytes:
    """All slides on one PNG, `columns` in a row, with captions in Latin letters under them where there are any."""
    slides = [_scaled(data, _THUMB) for data in pictures]
    columns = min(columns, len(slides)) or 1
    high = max((slide.height for slide in slides), default=1) + (_CAPTION if captions else 0)
    rows = -(-len(slides) // columns) or 1
    sheet = Image.new("RGB", (columns * (_THUMB + _EDGE) + _EDGE, rows * (high + _EDGE) + _EDGE), "#70787F")
    for place, slide in enumerate(slides):
        x, y = _EDGE + place % columns * (_THUMB + _EDGE), _EDGE + place // columns * (high + _EDGE)
        sheet.paste(slide, (x, y))
        if captions:
            ImageDraw.Draw(sheet).text((x, y + slide.height + 2), captions[place], fill="white", font_size=18)
    out = io.BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue()


def handout(pictures: Sequence[bytes], *, rtl: bool) -> bytes:
    """A PDF with three slides on each page and lines beside them; slides on the side where reading begins."""
    wide = (_PAGE[0] - 3 * _MARGIN) // 2
    pages = []
    for start in range(0, len(pictures), _ROWS):
        page = Image.new("RGB", _PAGE, "white")
        draw = ImageDraw.Draw(page)
        for row, data in enumerate(pictures[start : start + _ROWS]):
            slide = _scaled(data, wide)
            top = _MARGIN + row * (_PAGE[1] - 2 * _MARGIN) // _ROWS
            x, lines = (_PAGE[0] - _MARGIN - wide, _MARGIN) if rtl else (_MARGIN, _PAGE[0] - _MARGIN - wide)
            page.paste(slide, (x, top))
            draw.rectangle((x, top, x + wide, top + slide.height), outline="#5B6770", width=2)
            for line in range(1, _LINES + 1):
                y = top + line * slide.height // _LINES
                draw.line((lines, y, lines + wide, y), fill="#A0A8AE", width=1)
        pages.append(page)
    out = io.BytesIO()
    first, *others = pages or [Image.new("RGB", _PAGE, "white")]
    first.save(out, "PDF", save_all=True, append_images=others, resolution=150, creationDate=None, modDate=None)
    return out.getvalue()


def _scaled(data: bytes, wide: int) -> Image.Image:
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    return picture.resize((wide, round(picture.height * wide / picture.width)), Image.Resampling.LANCZOS)
