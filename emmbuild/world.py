"""The one door to the outside: files inside the course folder, clock, environment.

The course folder is a jail: a path is decoded, resolved and then checked, and a link that leads out
is refused. Reading has size limits; writing is temp file + rename, so nothing is half-written.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from emmbuild.core.diagnostics import NOWHERE, ContentError, Span, error

TEXT_LIMIT = 4_000_000
MEDIA_LIMIT = 30_000_000


@dataclass(frozen=True, slots=True)
class Course:
    """The course folder. `root` is absolute and resolved; paths given to the methods are relative to it."""

    root: Path

    @classmethod
    def at(cls, folder: Path) -> Course:
        return cls(folder.resolve())

    def path(self, name: str, span: Span = NOWHERE) -> Path:
        """The file inside the jail. Raises ContentError SRC103 for anything that leads out of it."""
        decoded = unquote(unquote(name))
        wanted = self.root / decoded
        clean = not ("\x00" in decoded or "\\" in decoded or Path(decoded).is_absolute())
        if not clean or not wanted.resolve().is_relative_to(self.root):
            raise ContentError(
                error(
                    "SRC103",
                    f"{name!r} leads out of the course folder",
                    span,
                    hint="put the file into the course folder and name it from there",
                )
            )
        return wanted

    def exists(self, name: str) -> bool:
        try:
            return self.path(name).is_file()
        except (ContentError, OSError):
            return False

    def files(self, folder: str, pattern: str) -> list[str]:
        """Names (relative to the root, sorted) of the files in `folder` that match; links out are left out."""
        found = []
        for path in sorted((self.root / folder).glob(pattern)):
            if path.is_file() and path.resolve().is_relative_to(self.root):
                found.append(path.relative_to(self.root).as_posix())
        return found

    def read_bytes(self, name: str, span: Span = NOWHERE, limit: int = MEDIA_LIMIT) -> bytes:
        """The file's bytes. Raises ContentError SRC102 (absent) or SRC104 (larger than `limit` bytes)."""
        path = self.path(name, span)
        try:
            size = path.stat().st_size
            if size > limit:
                raise ContentError(
                    error(
                        "SRC104",
                        f"{name} has {size:,} bytes; the limit is {limit:,}",
                        span if span.file else Span(name),
                        hint="make the file smaller or split it",
                    )
                )
            return path.read_bytes()
        except OSError as problem:
            raise ContentError(
                error(
                    "SRC102",
                    f"cannot read {name}: {problem.strerror or problem}",
                    span if span.file else Span(name),
                    hint="check the name, capital letters included",
                )
            ) from None

    def read_text(self, name: str, span: Span = NOWHERE) -> str:
        """The file's text, lines ending in \\n. Raises ContentError SRC101 where it is not UTF-8."""
        data = self.read_bytes(name, span, TEXT_LIMIT)
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as problem:
            line = data.count(b"\n", 0, problem.start) + 1
            col = problem.start - data.rfind(b"\n", 0, problem.start)
            raise ContentError(
                error(
                    "SRC101",
                    "this file is not UTF-8 text",
                    Span(name, line, col, 1),
                    note=f"byte 0x{data[problem.start]:02x} is not UTF-8",
                    hint="save the file again with the encoding UTF-8",
                )
            ) from None
        return text.replace("\r\n", "\n").replace("\r", "\n")


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """One process at a time in here, for one folder; where the system has no such lock, nothing waits."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def write_if_changed(path: Path, data: bytes) -> bool:
    """Put `data` at `path` in one step (temp file and rename); untouched when it holds them already."""
    try:
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return False
    except OSError:
        pass
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return True


PACKAGE_LIMIT = 500_000_000


def read_file(path: Path, limit: int) -> bytes:
    """A file that somebody named on the command line. Raises ContentError SRC104 where it is larger than `limit` bytes."""
    size = path.stat().st_size
    if size > limit:
        hint = "make the file smaller or split it"
        raise ContentError(error("SRC104", f"{path.name} has {size:,} bytes; the limit is {limit:,}", hint=hint))
    return path.read_bytes()
