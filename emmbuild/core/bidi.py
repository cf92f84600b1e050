"""Left-to-right islands in right-to-left text: phone numbers, dates, ranges, addresses, Latin phrases.

Translators never type control characters; writers ask here where the islands are and mark them in
the way of their format (LRM in OOXML, <bdi> in HTML). See docs/analysis/right-to-left.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

LRM, RLM = "\u200e", "\u200f"

_LATIN = r"A-Za-z\u00c0-\u024f"
_ISLAND = re.compile(
    rf"(?=[\d{_LATIN}_.+-])(?:"  # how each of them begins: most letters of a right-to-left text are passed over at once
    r"(?:https?://|www\.)\S+[\w/]"  # web addresses
    r"|[A-Za-z0-9_.+-]+@[\w-]+(?:\.[\w-]+)+"  # e-mail
    r"|\d+(?:\.\d+)*\.[A-Z]\d+(?:\.\w+)*"  # ids: 2.6.T2
    r"|\+?\d[\d\u00a0 ().-]*[-–.][\d ().-]*\d|\+\d[\d ]+\d"  # phone numbers, dates, ranges, decimals
    rf"|[{_LATIN}](?:[\w{_LATIN}'’&./+#-]|[ ,:](?=[{_LATIN}\d]))*(?:\([\w ./-]*\))?)"  # Latin words and phrases
)
_BEGINS = re.compile(rf"[\d{_LATIN}]")  # in most sentences nothing does
_MARKED = rf"{LRM}\g<0>{LRM}"
_RTL = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def is_rtl_text(text: str) -> bool:
    """Whether the text holds any letter of a right-to-left script."""
    return bool(_RTL.search(text))


def is_plain(text: str) -> bool:
    """Whether right-to-left text surely holds no island: no digit, no Latin letter."""
    return not _BEGINS.search(text)


def islands(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it is a left-to-right island."""
    start = 0
    for match in _ISLAND.finditer(text):
        if match.start() > start:
            yield text[start : match.start()], False
        yield match.group(), True
        start = match.end()
    if start < len(text):
        yield text[start:], False


def between_marks(text: str) -> str:
    """Right-to-left text with its islands between left-to-right marks, as OOXML wants it."""
    return text if is_plain(text) else _ISLAND.sub(_MARKED, text)
