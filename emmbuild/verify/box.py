"""The zip of a package: opened with care, its names and sizes looked at before anything is unpacked."""

from __future__ import annotations

import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from emmbuild.core.diagnostics import Diagnostic, Span, error, warning

TOTAL = 1_000_000_000  # bytes unpacked; more than any LMS takes
LARGE = 20_000_000  # bytes from which a part's compression is looked at
RATIO = 200
LONGEST = 180  # characters of a path; Windows servers unpack into deep folders
XML_LIMIT = 8_000_000
_SAFE = re.compile(r"[A-Za-z0-9._/ ()@+,=&~%!-]+")
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


@dataclass(frozen=True)
class Box:
    """An opened package. `names` are its files in their order, folders left out."""

    archive: zipfile.ZipFile
    names: tuple[str, ...]

    def read(self, name: str, limit: int = XML_LIMIT) -> bytes:
        """At most `limit` bytes of a part; empty where it is absent or damaged."""
        try:
            with self.archive.open(name) as part:
                return part.read(limit)
        except (KeyError, OSError, zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
            return b""


def opened(data: bytes) -> tuple[Box | None, tuple[Diagnostic, ...]]:
    """The package, or nothing where it is no zip, and what is wrong with its framing and names."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
        hint = "send the file again; browsers and mail programs sometimes cut or unpack it"
        return None, (error("VER101", "this is not a zip file, or it is damaged", hint=hint),)
    infos = archive.infolist()
    box = Box(archive, tuple(info.filename for info in infos if not info.is_dir()))
    found = [*_names(infos), *_twice(box.names), *_kinds(infos)]
    bombs = list(_bombs(infos))
    return box, (*found, *bombs, *(() if bombs else _damaged(box)))


def _names(infos: list[zipfile.ZipInfo]) -> Iterator[Diagnostic]:
    for info in infos:
        name = info.orig_filename
        place = Span(name)
        if name.startswith("/") or re.match(r"[A-Za-z]:", name):
            yield error("VER104", "the name begins at the root of a disk", place, hint="zip the folder's content again")
        elif ".." in re.split(r"[/\\]", name):
            yield error("VER105", "the name leads out of the package", place, hint="do not import it; ask its maker")
        elif "\\" in name:
            yield error("VER106", "the name has a backslash where zip files have /", place, hint="zip with another program")
        elif not _SAFE.fullmatch(name):
            hint = "rename it with letters a–z, digits, hyphens and points, also where it is referred to"
            yield warning("VER109", "the name has characters that some LMSs garble", place, hint=hint)
        if len(name) > LONGEST:
            hint = "use shorter names of folders and files"
            yield warning(
                "VER112", f"the path has {len(name)} characters; some servers stop at {LONGEST}", place, hint=hint
            )


def _twice(names: tuple[str, ...]) -> Iterator[Diagnostic]:
    seen: dict[str, str] = {}
    for name in names:
        other = seen.setdefault(name.casefold(), name)
        if other is not name:
            same = "twice" if other == name else f"also as {other}; many servers do not tell capital letters apart"
            yield error("VER108", f"the file is in the package {same}", Span(name), hint="keep one of them")


def _kinds(infos: list[zipfile.ZipInfo]) -> Iterator[Diagnostic]:
    for info in infos:
        if info.flag_bits & 1:
            yield error("VER110", "the file is locked with a password", Span(info.filename), hint="zip without a password")
        elif info.compress_type not in _METHODS:
            hint = "zip with the ordinary method (deflate)"
            yield error("VER110", "the file is packed in a way that LMSs cannot unpack", Span(info.filename), hint=hint)
        if stat.S_ISLNK(info.external_attr >> 16):
            hint = "put the file itself into the package"
            yield error("VER111", "this is a link to another file", Span(info.filename), hint=hint)


def _bombs(infos: list[zipfile.ZipInfo]) -> Iterator[Diagnostic]:
    hint = "do not import it; ask its maker what these files are"
    for info in infos:
        if info.file_size > LARGE and info.file_size > RATIO * max(1, info.compress_size):
            size = f"{info.compress_size:,} bytes become {info.file_size:,}"
            yield error("VER107", f"unpacking would fill the server: {size}", Span(info.filename), hint=hint)
    total = sum(info.file_size for info in infos)
    if total > TOTAL:
        yield error("VER107", f"unpacking would fill the server: {total:,} bytes", hint=hint)


def _damaged(box: Box) -> Iterator[Diagnostic]:
    for info in box.archive.infolist():
        if info.flag_bits & 1 or info.compress_type not in _METHODS:
            continue
        try:
            with box.archive.open(info) as part:
                while part.read(1 << 20):
                    pass
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError):
            yield error(
                "VER113", "the file is damaged inside the package", Span(info.filename), hint="build the package again"
            )
