"""What a cell of a table may hold, so that a spreadsheet shows it and does not run it (CWE-1236)."""

from __future__ import annotations

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")


def safe(word: str) -> str:
    """The words, after an apostrophe where a spreadsheet would take them for a formula."""
    return f"'{word}" if word.startswith(_FORMULA) else word
