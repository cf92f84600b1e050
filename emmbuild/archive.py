"""Zip files with the same bytes for the same parts: the one place where we frame a zip.

Fixed times and modes, entries in the order given, one way of deflating; a part that several files share
is compressed once (`Part` keeps its compressed bytes). PKWARE APPNOTE 6.3.3, sections 4.3.7 and 4.3.12.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DATE = (1980 - 1980) << 9 | 1 << 5 | 1
_UTF8 = 0x800
_STORED, _DEFLATED = 0, 8
_SMALL = 16384
_ALREADY_SMALL = (".png", ".jpg", ".jpeg", ".zip", ".xlsx")


@dataclass(frozen=True, slots=True)
class Part:
    """One entry: its name in the archive and its bytes as they will stand there."""

    name: str
    packed: bytes
    crc: int
    size: int
    method: int

    def at(self, name: str) -> Part:
        """The same bytes under another name."""
        return Part(_safe(name), self.packed, self.crc, self.size, self.method)


def part(name: str, data: bytes | str) -> Part:
    """Compress `data` for the entry `name`. Raises ValueError for a name that could leave its folder."""
    return _part(_safe(name), data.encode("utf-8") if isinstance(data, str) else data)


def _safe(name: str) -> str:
    if name.startswith("/") or "\\" in name or (".." in name and ".." in name.split("/")):
        raise ValueError(f"unsafe name in archive: {name!r}")
    return name


def shared(name: str, data: bytes | str) -> Part:
    """As `part`, remembering the result: for parts that many files have in common."""
    return _remembered(name, data.encode("utf-8") if isinstance(data, str) else data)


def _part(name: str, data: bytes) -> Part:
    if not data or name.lower().endswith(_ALREADY_SMALL):
        return Part(name, data, zlib.crc32(data), len(data), _STORED)
    # Small parts need no large window and tables: the same bytes to within a few, and a third of the time saved. Large ones
    # are made with less search: a document takes three quarters of the time and 4.7 % more room.
    squeeze = zlib.compressobj(*((6, zlib.DEFLATED, -14, 7) if len(data) < _SMALL else (5, zlib.DEFLATED, -15, 8)))
    return Part(name, squeeze.compress(data) + squeeze.flush(), zlib.crc32(data), len(data), _DEFLATED)


_remembered = lru_cache(maxsize=4096)(_part)


def frame(parts: Iterable[Part]) -> bytes:
    """The zip file that holds the parts in this order. Raises ValueError for a name used twice."""
    out: list[bytes] = []
    central: list[bytes] = []
    seen: set[str] = set()
    offset = 0
    for entry in parts:
        if entry.name in seen:
            raise ValueError(f"two entries named {entry.name!r} in one archive")
        seen.add(entry.name)
        name = entry.name.encode("utf-8")
        flags = 0 if entry.name.isascii() else _UTF8
        common = (flags, entry.method, 0, _DATE, entry.crc, len(entry.packed), entry.size, len(name), 0)
        head = _LOCAL.pack(b"PK\x03\x04", 20, *common) + name
        central.append(_CENTRAL.pack(b"PK\x01\x02", 20, 20, *common, 0, 0, 0, 0, offset) + name)
        out += (head, entry.packed)
        offset += len(head) + len(entry.packed)
    directory = b"".join(central)
    end = _END.pack(b"PK\x05\x06", 0, 0, len(central), len(central), len(directory), offset, 0)
    return b"".join((*out, directory, end))
