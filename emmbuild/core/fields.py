"""Names of the fields of a form, in the three shapes that files can hold.

"2.6.W1.T1/r2c3" is the cell in row 2, column 3 of a table (both count from 1, the header row is not counted).
A bookmark may hold letters, digits and underscores only, and 40 of them.
"""

from __future__ import annotations

import re
from zlib import crc32

PREFIX = "emm_"
_LONGEST = 40
_CODED = re.compile(r"_x([0-9a-f]{2,5})_")


def cell_field(table: str, row: int, column: int) -> str:
    return f"{table}/r{row}c{column}"


def bookmark_of(name: str) -> str:
    """A name that Word takes for a bookmark; short ones can be turned back."""
    coded = "".join(c if c.isascii() and c.isalnum() else "_" if c == "." else f"_x{ord(c):02x}_" for c in name)
    made = PREFIX + coded
    return made if len(made) <= _LONGEST else f"{made[: _LONGEST - 9]}_{crc32(name.encode()):08x}"


def name_of(bookmark: str) -> str:
    """The field's name; empty for a bookmark that is not ours."""
    if not bookmark.startswith(PREFIX):
        return ""
    return "".join(
        chr(int(piece, 16)) if place % 2 else piece.replace("_", ".")
        for place, piece in enumerate(_CODED.split(bookmark.removeprefix(PREFIX)))
    )
