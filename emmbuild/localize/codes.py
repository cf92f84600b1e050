"""A text as words and codes: what a translator changes, and what only moves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_CODES = re.compile(r"(\*\*)|(\*)|(\[(?=[^\[\]]*\]\())|(\]\([^)]*\))|(`[^`]+`|\[@[^\]]+\]|\[\^[^\]]+\]|\{\w+\})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text: words, or a code (kind open, close or alone; `number` pairs open with close)."""

    text: str
    kind: str = "words"
    number: int = 0
    style: str = ""


def pieces(text: str) -> Iterator[Piece]:
    """A text as words and codes; a mark without its partner is words."""
    found = list(_CODES.finditer(text))
    partner: dict[int, int] = {}
    waiting: dict[str, int] = {}
    for place, match in enumerate(found):
        mark = "[" if match[3] or match[4] else match[0]
        if match[5]:
            continue
        if mark in waiting and not match[3]:
            partner[waiting.pop(mark)] = place
        elif not match[4]:
            waiting[mark] = place
    closing = {close: number for number, (_, close) in enumerate(sorted(partner.items()), 1)}
    opening = {opened: number for number, (opened, _) in enumerate(sorted(partner.items()), 1)}
    alone, end = len(partner), 0
    for place, match in enumerate(found):
        if match.start() > end:
            yield Piece(text[end : match.start()])
        style = "bold" if match[1] else "italic" if match[2] else "link"
        if place in opening:
            yield Piece(match[0], "open", opening[place], style)
        elif place in closing:
            yield Piece(match[0], "close", closing[place], style)
        elif match[5]:
            alone += 1
            yield Piece(match[0], "alone", alone)
        else:
            yield Piece(match[0])
        end = match.end()
    if end < len(text):
        yield Piece(text[end:])


def bare(text: str) -> str:
    """The words alone, as a room sees them."""
    return "".join(piece.text for piece in pieces(text) if piece.kind == "words") if _CODES.search(text) else text
