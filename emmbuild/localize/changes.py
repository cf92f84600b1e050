"""How a source text changed, and what that means for its translations. Pure; knows no file."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

DIGITS = {"latn": "0123456789", "arab": "٠١٢٣٤٥٦٧٨٩", "arabext": "۰۱۲۳۴۵۶۷۸۹"}
TO_LATIN = str.maketrans(DIGITS["arab"] + DIGITS["arabext"], DIGITS["latn"] * 2)
PLACEABLE = re.compile(r"https?://[^\s)\]>]+|`[^`]+`|\[@[^\]]+\]|\[\^[^\]]+\]|(?<!\w)\d+(?:[.,:]\d+)*(?!\w)")
_QUOTES = str.maketrans(dict.fromkeys('“”„«»"', "'") | dict.fromkeys("‘’‚`", "'") | dict.fromkeys("–—‑", "-"))
_END = re.compile(r"[.:;,…]+(?=\**$)")


class Change(StrEnum):
    """NONE: only white space. COSMETIC: capitals, quotation marks, dashes, the final full stop. PLACEABLE: only a
    number, an address, code or a reference. WORDING: anything else, and what is new to a translator."""

    NONE = "none"
    COSMETIC = "cosmetic"
    PLACEABLE = "placeable"
    WORDING = "wording"


def classify(old: str, new: str) -> Change:
    """What kind of edit leads from one source to the other."""
    one, other = _plain(old), _plain(new)
    if one == other:
        return Change.NONE
    if _loose(one) == _loose(other):
        return Change.COSMETIC
    if PLACEABLE.search(one) and _holes(one) == _holes(other):
        return Change.PLACEABLE
    return Change.WORDING


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


def _loose(text: str) -> str:
    return _END.sub("", text.translate(_QUOTES).casefold()).strip()


def _holes(text: str) -> list[str]:
    return PLACEABLE.split(text)


def moved_values(old: str, new: str, target: str) -> str | None:
    """The translation with the new values in place of the old ones, or None where one cannot be placed safely:
    each old value must stand in the translation exactly once, in whatever digits."""
    before, after = PLACEABLE.findall(_plain(old)), PLACEABLE.findall(_plain(new))
    swaps = {(a, b) for a, b in zip(before, after, strict=True) if a != b}
    if len({a for a, _ in swaps}) != len(swaps):
        return None
    spots: list[tuple[int, int, str]] = []
    for value, wanted in swaps:
        if before.count(value) != 1:
            return None
        found = list(_spots(value, wanted, target))
        if len(found) != 1:
            return None
        spots += found
    result = target
    for start, end, wanted in sorted(spots, reverse=True):
        result = result[:start] + wanted + result[end:]
    return result


def _spots(value: str, wanted: str, target: str) -> list[tuple[int, int, str]]:
    if not value[0].isdigit():
        return [(m.start(), m.end(), wanted) for m in re.finditer(re.escape(value) + r"(?![\w/])", target)]
    found = []
    pattern = rf"(?<!\d)(?<!\d[.,:٫٬]){re.escape(value)}(?!\d|[.,:٫٬]\d)"
    for match in re.finditer(pattern, target.translate(TO_LATIN)):  # one character for one: places stay
        written = target[match.start() : match.end()]
        system = next((name for name, digits in DIGITS.items() if written[0] in digits), "latn")
        found.append((match.start(), match.end(), wanted.translate(str.maketrans(DIGITS["latn"], DIGITS[system]))))
    return found
