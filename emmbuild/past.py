"""A course as it was when a language was last complete: what `build --source frozen` builds from.

Git knows the past, so nothing is written down twice: of the commits that touched a section or its pack, the newest is
taken in which the pack had no gap. Corrections made to the translation since then are put into it. Reads history only;
never fetches, never changes the repository.
"""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from emmbuild.localize import catalogs, states
from emmbuild.world import write_if_changed

_MOST = 100  # commits looked at
_PARTS = ("modules", "exercises")


@dataclass(frozen=True, slots=True)
class Moment:
    """A commit, and its day."""

    revision: str
    day: str


def moments(root: Path, folders: Iterable[str]) -> list[Moment]:
    """The commits that touched the folders, newest first; none where the course has no git history here."""
    said = _git(root, "log", f"-{_MOST}", "--format=%H %cs", "--", *folders)
    return [Moment(*line.split()) for line in (said or b"").decode().splitlines()]


def whole(root: Path, moment: Moment, folders: Iterable[str], language: str) -> bool:
    """Whether every pack of the folders was there in that commit, without an empty or a stale entry."""
    return all(_complete(_file(root, moment, f"{folder}/i18n/{language}.po")) for folder in folders)


def _complete(pack: bytes | None) -> bool:
    if not pack:
        return False
    try:
        return all(one.target and not one.fuzzy for one in catalogs.loose_in(pack.decode("utf-8")))
    except (ValueError, OSError):
        return False


def _file(root: Path, moment: Moment, name: str) -> bytes | None:
    return _git(root, "show", f"{moment.revision}:./{name}")


def unpack(root: Path, moment: Moment, into: Path) -> None:
    """Put the course of that commit into the folder `into`."""
    parts = [part for part in _PARTS if _git(root, "cat-file", "-e", f"{moment.revision}:./{part}") is not None]
    data = _git(root, "archive", "--format=tar", moment.revision, "--", *parts)
    with tarfile.open(fileobj=io.BytesIO(data or b"")) as packed:
        packed.extractall(into, filter="data")


def correct(root: Path, into: Path, folders: Iterable[str], language: str) -> None:
    """Give the packs in `into` what was corrected since: today's translation wherever it is of the same source."""
    for folder in folders:
        old, new = (place / folder / "i18n" / f"{language}.po" for place in (into, root))
        if not old.is_file():
            continue
        changes = dict(_better(catalogs.read(old).units, catalogs.read(new).units))
        write_if_changed(old, catalogs.changed_text(old, changes).encode())
        ledger = new.with_name(states.LEDGER)
        if ledger.is_file():
            write_if_changed(old.with_name(states.LEDGER), ledger.read_bytes())


def _better(old: dict[str, states.Unit], new: dict[str, states.Unit]) -> Iterator[tuple[str, catalogs.Written]]:
    for name, unit in old.items():
        now = new.get(name)
        if now and now.target and (now.previous or now.source) == unit.source and now.target != unit.target:
            yield name, catalogs.Written(now.target)


def _git(root: Path, *words: str) -> bytes | None:
    """What git says; None where it refuses, or is not there."""
    try:
        done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
