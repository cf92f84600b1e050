"""Pictures of slides put together: a contact sheet."""

from __future__ import annotations

import io
from collections.abc import Sequence

from PIL import Image, ImageDraw

_EDGE = 8  # pixels between slides
_CAPTION = 26  # pixels under a slide for its caption
_THUMB = 480  # width of a slide on the sheet, in pixels


def contact_sheet(pictures: Sequence[bytes], columns: int, captions: Sequence[str] = ()) -> bytes:
    """All slides on one PNG, `columns` in a row, with captions in Latin letters under them where there are any."""
    slides = [_scaled(data, _THUMB) for data in pictures]
    columns = min(columns, len(slides)) or 1
    rows = [slides[start : start + columns] for start in range(0, len(slides), columns)]
    below = _EDGE + (_CAPTION if captions else 0)
    high = sum(max(slide.height for slide in row) + below for row in rows)
    sheet = Image.new("RGB", (columns * (_THUMB + _EDGE) + _EDGE, high + _EDGE), "#70787F")
    draw, names, y = ImageDraw.Draw(sheet), iter(captions), _EDGE
    for row in rows:
        for place, slide in enumerate(row):
            x = _EDGE + place * (_THUMB + _EDGE)
            sheet.paste(slide, (x, y))
            draw.text((x, y + slide.height + 2), next(names, ""), fill="white", font_size=18)
        y += max(slide.height for slide in row) + below
    out = io.BytesIO()
    sheet.save(out, "PNG", optimize=True)
    return out.getvalue()


def _scaled(data: bytes, wide: int) -> Image.Image:
    picture = Image.open(io.BytesIO(data)).convert("RGB")
    return picture.resize((wide, round(picture.height * wide / picture.width)), Image.Resampling.LANCZOS)
