"""Raster pictures, decoded and encoded again: upright, without EXIF, GPS or any other metadata."""

from __future__ import annotations

import io

from emmbuild.core.diagnostics import ContentError, Span, error
from emmbuild.core.nodes import Picture

MAX_PIXELS = 40_000_000
MAX_SIDE = 2400


def read(data: bytes, path: str, span: Span) -> Picture:
    """A PNG or JPEG at most `MAX_SIDE` pixels wide and high. Raises ContentError FIG104."""
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP")) as opened:
            if opened.width * opened.height > MAX_PIXELS:
                raise ContentError(
                    error("FIG104", f"{path} has more than {MAX_PIXELS:,} pixels", span, hint="scale the picture down")
                )
            jpeg = opened.format == "JPEG"
            image = ImageOps.exif_transpose(opened)
            image.thumbnail((MAX_SIDE, MAX_SIDE))
            image = image.convert("RGB" if jpeg else "RGBA")
            bare = Image.frombytes(image.mode, image.size, image.tobytes())
    except ContentError:
        raise
    except Exception:  # Pillow raises many kinds for broken and hostile files
        raise ContentError(
            error("FIG104", f"{path} is not a picture that can be read", span, hint="save it again as PNG or JPEG")
        ) from None
    out = io.BytesIO()
    if jpeg:
        bare.save(out, "JPEG", quality=88, optimize=True)
    else:
        bare.save(out, "PNG", optimize=True)
    return Picture(path, out.getvalue(), "jpeg" if jpeg else "png", bare.width, bare.height)
