"""Text made safe for XML 1.0 and HTML: escaped, without characters that XML forbids (section 2.2)."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ATTRIBUTE = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;"})

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def esc(text: str) -> str:
    """Element content."""
    return _FORBIDDEN.sub("", text).translate(_ESCAPES)


def attr(text: str) -> str:
    """An attribute value, to stand in double quotes."""
    return _FORBIDDEN.sub("", text).translate(_ATTRIBUTE)
