"""Numbers as people write them in tables: in any script's digits, with either decimal mark."""

from __future__ import annotations

import re

_THOUSANDS = re.compile(r"(?<=\d)[\u0020\u00a0\u202f\u066c'’](?=\d{3}(?:\D|$))|(?<=\d),(?=\d{3}(?:\D|$))")


def number_of(words: str) -> float | None:
    """The number that the words are ("1,200", "12,5 %", "١٢٫٥"), or None where they are no number."""
    text = _THOUSANDS.sub("", words.strip().rstrip("%٪").strip())
    try:
        value = float(text.replace("\u066b", ".").replace(",", ".").replace("−", "-"))
    except ValueError:
        return None
    return value if abs(value) < 1e15 else None  # also refuses "nan" and "inf"
