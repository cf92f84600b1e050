"""Text made safe for XML 1.0 and HTML: escaped, without characters that XML forbids (section 2.2)."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def esc(text: str) -> str:
    """Element content."""
    if not text.isprintable():  # what XML forbids is never printable
        text = _FORBIDDEN.sub("", text)
    return text.translate(_ESCAPES) if "&" in text or "<" in text or ">" in text else text


def attr(text: str) -> str:
    """An attribute value, to stand in double quotes."""
    if text.isprintable() and "&" not in text and "<" not in text and ">" not in text and '"' not in text:
        return text
    return _FORBIDDEN.sub("", text).translate(_ATTRIBUTE)
