"""PDF files: how many pages, on which page each heading is, and the same bytes for the same document.

pypdf lives here. What LibreOffice writes from its clock and by chance is set to fixed values of the same length.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from emmbuild.press.adapt import bookmarks

_DAY, _XMP_DAY = b"19800101000000", b"1980-01-01T00:00:00"
_DATES = re.compile(rb"(/(?:Creation|Mod)Date\(D:)\d{14}")
_XMP_DATES = re.compile(rb"(<xmp:(?:Create|Modify|Metadata)Date>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_IDS = re.compile(rb"(/ID \[ <)[0-9A-F]{32}(>\s*<)[0-9A-F]{32}(> \])")
_CHECKSUM = re.compile(rb"(/DocChecksum /)[0-9A-F]{32}")


def settled(pdf: bytes) -> bytes:
    """The file without the clock: dates of 1980, an id made of what it holds."""
    bare = _DATES.sub(rb"\g<1>" + _DAY, pdf)
    bare = _XMP_DATES.sub(rb"\g<1>" + _XMP_DAY, bare)
    bare = _CHECKSUM.sub(rb"\g<1>" + b"0" * 32, _IDS.sub(rb"\g<1>" + b"0" * 32 + rb"\g<2>" + b"0" * 32 + rb"\g<3>", bare))
    name = sha256(bare).hexdigest()[:32].upper().encode()
    return _IDS.sub(rb"\g<1>" + name + rb"\g<2>" + name + rb"\g<3>", bare)


def pages(pdf: bytes) -> int:
    """How many pages the file has."""
    return len(_reader(pdf).pages)


def places(pdf: bytes, word: bytes) -> dict[str, int]:
    """Which page each bookmark of the Word file stands on in its PDF, for those that LibreOffice has kept."""
    reader, names = _reader(pdf), bookmarks(word)
    found = {str(name).lstrip("/"): place for name, place in reader.named_destinations.items()}
    coded = ((name, found.get(_coded(name))) for name in names)
    return {name: (reader.get_destination_page_number(place) or 0) + 1 for name, place in coded if place is not None}


def _coded(bookmark: str) -> str:
    """The name that LibreOffice gives a destination: signs that are neither letters nor digits as hexadecimal numbers."""
    return "".join(char if char.isalnum() else f"{ord(char):02X}" for char in bookmark)


def headings(pdf: bytes) -> tuple[tuple[str, int], ...]:
    """Every heading of the document in order, with the page that it stands on, counted from 1."""
    reader = _reader(pdf)

    def walk(entries: list[Any]) -> Iterator[tuple[str, int]]:
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                yield str(entry.title), (reader.get_destination_page_number(entry) or 0) + 1

    return tuple(walk(reader.outline))


def _reader(pdf: bytes) -> Any:
    from pypdf import PdfReader

    return PdfReader(io.BytesIO(pdf))
