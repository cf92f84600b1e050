"""Bytes of a CSV file as spreadsheets write them → rows of cells with their lines.

Excel writes UTF-8 with a mark, UTF-16, or the code page of the machine, with commas, semicolons or tabs. A code page is
not named in the file: it is told from the letters that it makes of the bytes.
"""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

_WEST = "éèêëàâçîïôùûœñáíóúüößäÉÈÊËÀÂÇÎÏÔÙÛŒÑÁÍÓÚÜÖÄ«»’‘“”–¿¡°ºª €"
_SOUTH_SLAV = "čćđšžČĆĐŠŽ„“”–’"
_ARABIC = re.compile(f"[\u0600-\u06ff\u200c\u200d\u200e\u200f{_WEST}]")  # the page has the letters of French too
_TORN = re.compile(r"[A-Za-z][\u0600-\u06ff\uac00-\ud7a3]|[\u0600-\u06ff\uac00-\ud7a3][A-Za-z]")
_HANGUL = re.compile(r"[\uac00-\ud7a3]")
_LETTERS = {  # what each code page must make of the bytes above 127 to be believed; the likeliest page first
    "cp1252": re.compile(f"[{_WEST}]"),
    "cp1256": _ARABIC,
    "cp949": _HANGUL,
    "cp1250": re.compile(f"[{_SOUTH_SLAV}]"),
    "mac_roman": re.compile(f"[{_WEST}]"),
    "cp850": re.compile(f"[{_WEST}]"),
}
_DELIMITERS = ";,\t|"


@dataclass(frozen=True, slots=True)
class Row:
    """One record: the cells without surrounding blanks, and the line on which it begins."""

    cells: tuple[str, ...]
    line: int

    def __bool__(self) -> bool:
        return any(self.cells)


def decoded(data: bytes) -> tuple[str, str]:
    """The text and the name of its encoding; ("", "") where no encoding makes sense of it."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return _strict(data, name)
    if len(data) > 1 and b"\0" in data[:200]:
        return _strict(data, "utf-16-le" if data[1:2] == b"\0" or data[3:4] == b"\0" else "utf-16-be")
    if (text := _strict(data, "utf-8"))[1]:
        return text
    return _code_page(data)


def _strict(data: bytes, name: str) -> tuple[str, str]:
    try:
        return data.decode(name), name.removesuffix("-sig")
    except UnicodeDecodeError:
        return "", ""


def _code_page(data: bytes) -> tuple[str, str]:
    """The code page under which the most letters above 127 look like letters of its languages, words by words."""
    best, found = 0.5, ("", "")
    for name, letters in _LETTERS.items():
        text, known = _strict(data, name)
        high = [character for character in text if character > "\x7f"]
        if not known or not high:
            continue
        share = sum(bool(letters.match(character)) for character in high) / len(high)
        if len(_TORN.findall(text)) * 5 > len(high):
            continue  # two scripts in one word
        if name == "cp1252" and not _isolated(data):
            share -= 0.5  # words that are nothing but accented letters
        if share > best + 0.001:
            best, found = share, (text, name)
    return found


def _isolated(data: bytes) -> bool:
    """Bytes above 127 stand alone, as accented letters in a Latin text do, not in runs of whole words."""
    runs = re.findall(rb"[\x80-\xff]+", data)
    return sum(len(run) for run in runs) < 1.8 * len(runs)


def rows(text: str) -> tuple[Row, ...]:
    """The records of the file, empty ones left out. A first line `sep=;`, as Excel knows it, is obeyed."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = lines.partition("\n")
    delimiter, skipped = _delimiter(lines), 0
    if match := re.fullmatch(r'"?sep=(.)"?', first.strip("\ufeff ")):
        delimiter, lines, skipped = match[1], rest, 1
    reader = csv.reader(io.StringIO(lines), delimiter=delimiter)
    found, line = [], 1 + skipped
    for cells in reader:
        found.append(Row(tuple(" ".join(cell.replace("\ufeff", "").split()) for cell in cells), line))
        line = reader.line_num + 1 + skipped
    return tuple(row for row in found if row)


def _delimiter(text: str) -> str:
    """The one that divides the first lines into the most cells, and into the same number each."""

    def score(delimiter: str) -> tuple[int, int]:
        counts = [line.count(delimiter) for line in _unquoted(text)[:20]]
        return (min(counts, default=0), max(counts, default=0))

    return max(_DELIMITERS, key=lambda delimiter: (score(delimiter), -_DELIMITERS.index(delimiter)))


def _unquoted(text: str) -> list[str]:
    return [line for line in re.sub(r'"[^"]*"', "", text).split("\n") if line.strip()]
