"""How wide words are and how many lines they take, from width tables: no fonts are needed at build time.

Latin letters are exact for Calibri, Arial and their free twins; Arabic letters are shaped by their
neighbours and measured in a wider face; Hangul is one width. Checked in tests/test_deck_office.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from emmbuild.plan import widths

Runs = Iterable[tuple[str, bool]]  # words and whether they are bold

# Families by the table that stands for them; others are measured as the widest, Liberation Sans.
_TABLES = {"Calibri": "CARLITO", "Carlito": "CARLITO", "Malgun Gothic": "CJK", "Noto Sans CJK KR": "CJK"}
# Height of a line as a part of the font size, the larger of Office's and the free twin's.
_LINE = {"CARLITO": 1.22, "LIBERATION": 1.2, "CJK": 1.36}
_UNKNOWN, _WIDE, _HANGUL = 0.62, 1.0, 0.94
_SPACES = " \t\u200b"
_ENDS = _SPACES + "-"
_NEW_LINE = (0.0, -1.0)
_BREAKS = re.compile(r"[^ \t\n\u200b-]*-*[ \t\u200b]*|\n")
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f]+")
_TRANSPARENT = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]")


def line_height(family: str) -> float:
    """Height of one line at 100 % spacing, in font sizes."""
    return _LINE[_TABLES.get(family, "LIBERATION")]


def lines(runs: Runs, size: float, width: float, family: str) -> int:
    """How many lines the words take at `size` points in a column `width` points wide."""
    return count(pieces(tuple(runs), family), width / size)


def width(runs: Runs, size: float, family: str) -> float:
    """The length of the words on one line, in points."""
    return pieces(tuple(runs), family).total * size


def widest_word(runs: Runs, size: float, family: str) -> float:
    """The length of the longest word that cannot be broken, in points."""
    return pieces(tuple(runs), family).widest * size


class Pieces(NamedTuple):
    """Words as (width with the space after it, width without) in ems; a line break is (0, -1)."""

    words: tuple[tuple[float, float], ...]
    total: float
    breaks: bool

    @property
    def widest(self) -> float:
        return max((solid for _, solid in self.words), default=0.0)


def count(pieces: Pieces, room: float) -> int:
    """How many lines the pieces take in a column of `room` ems."""
    return 1 if pieces.total <= room and not pieces.breaks else _wrap(pieces.words, room)


def short(runs: tuple[tuple[str, bool], ...], family: str, room: float) -> Pieces | None:
    """Words so few that they stand on one line of `room` ems however wide their letters are, counted rather than measured;
    None where that is not sure. Most titles and kickers are such."""
    length = 0
    for text, _ in runs:
        if not text.isascii() or "\n" in text:
            return None
        length += len(text)
    wide = length * _widest_letter(family)
    return Pieces((), wide, False) if wide <= room else None


@cache
def _widest_letter(family: str) -> float:
    table = _table(_TABLES.get(family, "LIBERATION"), True)
    return max(table[chr(code)] for code in range(0x20, 0x7F))


@lru_cache(maxsize=8192)
def pieces(runs: tuple[tuple[str, bool], ...], family: str) -> Pieces:
    """The words of runs, measured once. A word that changes weight half-way counts as one."""
    found: list[tuple[float, float]] = []
    open_word = breaks = False
    for text, bold in runs:
        if "-" in text or "\n" in text or "\t" in text or "\u200b" in text:
            tokens = _BREAKS.findall(text)[:-1]  # the last match is empty
            known = _known(family, bold)
            measured = [known[token] for token in tokens]
            breaks = breaks or "\n" in text
            ends = bool(tokens) and (tokens[-1][-1] in _ENDS or tokens[-1] == "\n")
        else:
            spaced = _spaced(family, bold)
            measured = [spaced[word] for word in text.split(" ")]
            last = measured.pop()[1]
            ends = not last
            if last:
                measured.append((last, last))
        if not measured:
            continue
        if open_word and measured[0] != _NEW_LINE:
            before, (wide, solid) = found[-1][0], measured[0]
            found[-1] = (before + wide, before + solid)
            del measured[0]
        found += measured
        open_word = not ends
    return Pieces(tuple(found), sum([wide for wide, _ in found]), breaks)


class _Known(dict[str, tuple[float, float]]):
    """Widths of words with the spaces after them, as they come up; emptied when it grows too large."""

    def __init__(self, family: str, bold: bool, gaps: int = 0) -> None:
        super().__init__({"\n": _NEW_LINE})
        self.face = (family, bold)
        self.gaps = gaps
        self.table = _table(_TABLES.get(family, "LIBERATION"), bold)
        self.space = self.table[" "]

    def __missing__(self, token: str) -> tuple[float, float]:
        if len(self) > 65536:
            self.clear()
            self["\n"] = _NEW_LINE
        bare = token.rstrip(_SPACES)
        solid = sum(map(self.table.__getitem__, bare)) if bare.isascii() else word_width(bare, *self.face)
        gaps = len(token) - len(bare) + self.gaps
        self[token] = measured = (solid + gaps * self.space if gaps else solid, solid)
        return measured


@cache
def _known(family: str, bold: bool) -> _Known:
    return _Known(family, bold)


@cache
def _spaced(family: str, bold: bool) -> _Known:
    """Widths of bare words as they stand before a space."""
    return _Known(family, bold, gaps=1)


def forget() -> None:
    """Drops what was measured: for benchmarks that must not profit from an earlier round."""
    pieces.cache_clear()
    _known.cache_clear()
    _spaced.cache_clear()


def _wrap(words: Iterable[tuple[float, float]], width: float) -> int:
    count, used = 1, 0.0
    for wide, solid in words:
        if solid < 0:
            count, used = count + 1, 0.0
            continue
        if used and used + solid > width:
            count, used = count + 1, 0.0
        if solid > width:  # a word longer than the line is broken anywhere
            more = int(solid // width)
            count, used = count + more, solid - more * width
            continue
        used += wide
    return count


def word_width(word: str, family: str, bold: bool) -> float:
    """Width of a word in ems."""
    table = _table(_TABLES.get(family, "LIBERATION"), bold)
    arabic = 0.0
    if not word.isascii() and _ARABIC.search(word):
        arabic = sum(_arabic(piece, bold) for piece in _ARABIC.findall(word))
        word = _ARABIC.sub("", word)
    return arabic + sum(map(table.__getitem__, word))


def _other(char: str) -> float:
    code = ord(char)
    if 0xAC00 <= code <= 0xD7A3:
        return _HANGUL
    if 0x1100 <= code <= 0x11FF or 0x2E80 <= code <= 0xFAFF or 0xFF00 <= code <= 0xFF60 or code >= 0x1F300:
        return _WIDE
    if 0x0300 <= code <= 0x036F or 0x200B <= code <= 0x200F or 0x202A <= code <= 0x2060 or code in (9, 10):
        return 0.0
    return _UNKNOWN


def _arabic(word: str, bold: bool) -> float:
    letters = _TRANSPARENT.sub("", word)
    table, total, joined, place = _arabic_table(bold), 0.0, False, 0
    while place < len(letters):
        pair = letters[place : place + 2]
        shape = pair if len(pair) == 2 and pair in table else letters[place]
        place += len(shape)
        forms = table.get(shape)
        if forms is None:
            total, joined = total + _UNKNOWN, False
            continue
        onward = shape[-1] not in widths.ARABIC_RIGID and len(shape) == 1 and letters[place : place + 1] in table
        total += forms[(2 if onward else 3) if joined else (1 if onward else 0)]
        joined = onward
    return total


class _Table(dict[str, float]):
    """Widths of letters in ems; those of other letters are found by their script."""

    def __missing__(self, char: str) -> float:
        return _other(char)


@cache
def _table(name: str, bold: bool) -> _Table:
    codes = [chr(code) for first, last in widths.LATIN for code in range(first, last)] + list(widths.SIGNS)
    values = str(getattr(widths, f"{name}_{'BOLD' if bold else 'REGULAR'}")).split()
    return _Table({char: int(value) / 1000 for char, value in zip(codes, values, strict=True)})


@cache
def _arabic_table(bold: bool) -> dict[str, tuple[float, ...]]:
    values = [int(value) / 1000 for value in (widths.ARABIC_BOLD if bold else widths.ARABIC_REGULAR).split()]
    return {shape: tuple(values[4 * n : 4 * n + 4]) for n, shape in enumerate(widths.ARABIC_LETTERS.split())}
