"""Pseudo-languages: the course as if translated, so that anybody sees what is hard-coded, too narrow or not mirrored.

Made from the codes and words of each text, never stored, built only when asked for by name.
"""

from __future__ import annotations

from collections.abc import Iterable

from emmbuild.core.edition import Language
from emmbuild.core.text import Text
from emmbuild.localize.codes import pieces
from emmbuild.localize.states import Unit

OPEN, CLOSE = "⟦", "⟧"
LANGUAGES = {
    made.code: made
    for made in (
        Language("qps-ploc", "en-x-ploc", "Pseudo, accents", "Pseudo (accents)", minutes=("⟦{n} ḿîñ⟧",)),
        Language("qps-plocm", "ar-x-plocm", "Pseudo, RTL", "Pseudo (right-to-left)", True, "Arab", minutes=("⟦{n} مىن⟧",)),
        Language("qps-cjk", "ko-x-cjk", "Pseudo, wide", "Pseudo (wide)", False, "Hang", minutes=("⟦{n}ｍｉｎ⟧",)),
    )
}
_PLAIN = "abcdefghijklmnopqrstuvwxyz"
_TABLES = {
    "qps-ploc": str.maketrans(_PLAIN + _PLAIN.upper(), "áƀçđéƒǧĥíĵķļɱñóþɋřšţúṽŵẋýžÁƁÇĐÉƑǦĤÍĴĶĻṀÑÓÞɊŘŠŢÚṼŴẊÝŽ"),
    "qps-plocm": str.maketrans(_PLAIN + _PLAIN.upper(), "ابجدهفغحيژكلمنوپقرستعڤوخىز" * 2),
    "qps-cjk": str.maketrans(
        _PLAIN + _PLAIN.upper(), "".join(chr(ord(letter) + 0xFEE0) for letter in _PLAIN + _PLAIN.upper())
    ),
}
_PADDING = {"qps-ploc": "ẋẏẑ", "qps-plocm": "ززز", "qps-cjk": ""}


def said(source: str, code: str) -> str:
    """The text in a pseudo-language: in brackets, its codes untouched, as long as 90 % of French texts are."""
    words = "".join(
        piece.text if piece.kind != "words" else piece.text.translate(_TABLES[code]) for piece in pieces(source)
    )
    more = 1.0 if len(source) <= 10 else 0.7 if len(source) <= 40 else 0.4
    count = round(len(source) * more / 4) if _PADDING[code] else 0
    return f"{OPEN}{words}{''.join(' ' + _PADDING[code] for _ in range(count))}{CLOSE}"


def units(texts: Iterable[Text], code: str) -> dict[str, Unit]:
    """A language pack of every text, made up."""
    return {text.id: Unit(text.source, said(text.source, code)) for text in texts if text.id}


def tool_words(entries: dict[str, str], code: str) -> dict[str, str]:
    """The words of the tool, made up; their placeholders stay."""
    return {key: said(words, code) for key, words in entries.items()}
