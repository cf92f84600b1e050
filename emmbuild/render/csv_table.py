"""Rows as CSV that Excel opens with a double click: UTF-8 with its mark, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from emmbuild.core.spreadsheets import safe


def csv_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (header, *rows):
        writer.writerow([safe(str(value)) if value is not None else "" for value in row])
    return out.getvalue().encode("utf-8-sig")
