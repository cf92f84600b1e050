"""Tables that people send: CSV in any encoding and with any separator that Excel writes, and .xlsx, as rows of words.

Nothing is run: formulas count as what they last showed. What the columns mean is the business of whoever asks.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from emmbuild.core.diagnostics import ContentError, Span, error
from emmbuild.readers import spreadsheet_text
from emmbuild.readers.spreadsheet_text import decoded

LIMIT = 20_000_000
_MOST_ROWS = 100_000


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its name ("" for CSV), its header, and its rows, all words, stripped; empty rows are left out.

    `lines` are the numbers of the rows in the file, for messages.
    """

    file: str
    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    lines: tuple[int, ...] = ()

    def span(self, row: int) -> Span:
        return Span(self.file, self.lines[row] if row < len(self.lines) else 1, 1)

    def records(self) -> Iterable[dict[str, str]]:
        """Each row by the names of its columns; a name that comes twice counts once."""
        for row in self.rows:
            found: dict[str, str] = {}
            for name, value in zip(self.header, row, strict=False):
                found.setdefault(name, value)
            yield found


def read(file: str, data: bytes) -> tuple[Table, ...]:
    """The sheets of a .csv, .tsv, .txt or .xlsx file. Raises ContentError TAB101 for anything else."""
    if len(data) > LIMIT:
        raise _wrong(file, f"it is larger than {LIMIT:,} bytes")
    if data[:4] == b"PK\x03\x04":
        return _workbook(file, data)
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise _wrong(file, "it is an old or a locked Excel file", "save it as .xlsx without a password, or as CSV")
    table = _csv(file, data)
    return (table,) if table.header else ()


def _csv(file: str, data: bytes) -> Table:
    text, encoding = decoded(data)
    if not encoding:
        raise _wrong(file, "its letters cannot be read", "save it again as “CSV UTF-8”")
    try:
        found = spreadsheet_text.rows(text)
    except csv.Error as problem:
        raise _wrong(file, f"a row is damaged: {problem}") from None
    if len(found) > _MOST_ROWS:
        raise _wrong(file, f"it has more than {_MOST_ROWS:,} rows")
    return _table(file, "", [row.cells for row in found], [row.line for row in found])


def _workbook(file: str, data: bytes) -> tuple[Table, ...]:
    from openpyxl import load_workbook

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(info.file_size for info in parts.infolist()) > 10 * LIMIT:
                raise _wrong(file, "it is far too large once unpacked")
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        found = []
        for sheet in book.worksheets:
            rows = [[_shown(value) for value in row] for row in sheet.iter_rows(values_only=True, max_row=_MOST_ROWS)]
            table = _table(file, sheet.title, rows, list(range(1, len(rows) + 1)))
            if table.header:
                found.append(table)
        return tuple(found)
    except ContentError:
        raise
    except Exception as problem:  # openpyxl raises whatever its parsers raise
        raise _wrong(file, f"it is no workbook, or it is damaged ({type(problem).__name__})") from None


def _shown(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time(0):
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
    return str(value)


def _table(file: str, name: str, rows: Sequence[Sequence[str]], lines: Sequence[int]) -> Table:
    cleaned = [(tuple(cell.strip().lstrip("\ufeff") for cell in row), line) for row, line in zip(rows, lines, strict=True)]
    kept = [(row, line) for row, line in cleaned if any(row)]
    if not kept:
        return Table(file, name, (), ())
    return Table(
        file, name, kept[0][0], tuple(row for row, _ in kept[1:]), tuple(line for _, line in kept[1:])
    )  # fmt: skip


def _wrong(file: str, why: str, hint: str = "save the table as .csv or .xlsx") -> ContentError:
    return ContentError(error("TAB101", f"{file} cannot be read as a table: {why}", Span(file), hint=hint))
