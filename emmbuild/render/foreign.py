"""Office files of others, opened without trust: not too large, no password, no DOCTYPE; a sentence says what is wrong."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

_MOST, _LARGEST, _WHOLE = 4000, 60_000_000, 200_000_000
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # before Office 2007, and files under a password


class WrongTemplate(ValueError):
    """The file cannot be used; the message says why and what to do."""


def opened(data: bytes, program: str, old: str, new: str) -> dict[str, bytes]:
    """The parts of the file. `program`, `old` and `new` are for the messages: "PowerPoint", ".ppt", ".pptx"."""
    if data[:8] == _OLD:
        raise WrongTemplate(f"it is protected by a password or saved in the old {old} format; save it as {new} without one")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if len(entries) > _MOST or sum(entry.file_size for entry in entries) > _WHOLE:
                raise WrongTemplate("it is far too large when unpacked; leave out its pages and large pictures")
            if any(entry.flag_bits & 1 for entry in entries):
                raise WrongTemplate("it is protected by a password; save it without one")
            if any(entry.file_size > _LARGEST for entry in entries):
                raise WrongTemplate("one of its parts is far too large; leave out large pictures and films")
            return {entry.filename: archive.read(entry) for entry in entries}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
        raise WrongTemplate(f"it is no {program} file, or it is damaged; open it in {program} and save it again") from None


def parsed(data: bytes | None, name: str, program: str) -> Any:
    """The root element of a part."""
    from lxml import etree

    if data is None:
        raise WrongTemplate(f"its part {name} is missing; open it in {program} and save it again")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root: Any = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        raise WrongTemplate(f"its part {name} is damaged; open the file in {program} and save it again") from None
    if root.getroottree().docinfo.doctype:
        raise WrongTemplate(f"its part {name} has a DOCTYPE, which no {program} file has")
    return root
