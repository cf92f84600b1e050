"""QR codes as pictures. The home of segno."""

from __future__ import annotations

import io

from emmbuild.core.nodes import Picture

_SCALE = 4  # pixels a module: a code of 29 modules and its margin is 38 mm wide in Word


def picture(words: str) -> Picture:
    import segno

    out = io.BytesIO()
    code = segno.make(words, error="m", micro=False)
    code.save(out, kind="png", scale=_SCALE, border=3)
    width, height = code.symbol_size(scale=_SCALE, border=3)
    return Picture("qr.png", out.getvalue(), "png", int(width), int(height))
