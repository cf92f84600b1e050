"""Removes the personal data of a workshop and keeps counts; finds out whether a name is left anywhere."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from emmbuild import manifest
from emmbuild.assembly import after
from emmbuild.assembly.hall import RUN_LOGS, Hall
from emmbuild.core.diagnostics import ContentError
from emmbuild.workshop.kept import FILE, Kept, kept, of_dict
from emmbuild.workshop.model import Participant
from emmbuild.world import write_if_changed

_ZIPS = (".docx", ".pptx", ".xlsx", ".zip", ".epub", ".odt")
_SHORTEST = 5  # letters of a name that is looked for alone


@dataclass(frozen=True, slots=True)
class Plan:
    """What `forget` would do: the counts to keep, files and folders to remove, and the people whose names must be gone."""

    counts: Kept
    remove: tuple[Path, ...]
    people: tuple[Participant, ...]


def plan(hall: Hall, out: Path) -> Plan:
    root = hall.desk.root
    folder = root / hall.folder
    workshop, people = hall.scene.workshop, hall.scene.people
    before = _kept_before(folder)
    _, found, _ = after.results(hall)
    counts = kept(workshop, people, found) if people or found.gains or found.opinions else before or kept(workshop, people)
    wanted = [folder / workshop.audience.participants] if workshop.audience.participants else []
    wanted += [folder / after.FOLDER, out / hall.id / "private", out / hall.id / "trainers" / "results"]
    return Plan(counts, tuple(path for path in wanted if path.exists()), people)


def _kept_before(folder: Path) -> Kept | None:
    try:
        return of_dict(json.loads((folder / FILE).read_text("utf-8")))
    except (OSError, ValueError):
        return None


def carry_out(hall: Hall, todo: Plan, out: Path) -> None:
    """Write the counts first, then remove; the run log, which names nobody, is kept beside the recipe."""
    folder = hall.desk.root / hall.folder
    text = json.dumps(todo.counts.as_dict(), ensure_ascii=False, indent=1) + "\n"
    write_if_changed(folder / FILE, text.encode())
    for log in RUN_LOGS[1:]:
        if (folder / log).is_file() and not (folder / RUN_LOGS[0]).exists():
            write_if_changed(folder / RUN_LOGS[0], (folder / log).read_bytes())
    for path in todo.remove:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    manifest.write(out, ())


def left(people: Iterable[Participant], folders: Iterable[Path]) -> Iterator[Path]:
    """Files below the folders that still hold a name or an address of these people, zips and Office files included."""
    wanted = [word.encode() for person in people for word in _traces(person)]
    for folder in folders:
        for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
            if path.is_file() and any(word in part for part in _contents(path) for word in wanted):
                yield path


def _traces(person: Participant) -> Iterator[str]:
    for words in (person.name, person.name_local, person.email):
        if len(words) >= _SHORTEST:
            yield words


def _contents(path: Path) -> Iterator[bytes]:
    yield from _opened(path.name, path.read_bytes(), 0)


def _opened(name: str, data: bytes, depth: int) -> Iterator[bytes]:
    """The bytes of a file, and those of everything packed in it."""
    yield data
    if depth < 3 and name.lower().endswith(_ZIPS):
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as parts:
                for inner in parts.namelist():
                    yield from _opened(inner, parts.read(inner), depth + 1)
        except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError):
            return


def records(halls: Iterable[Hall]) -> Iterator[Kept]:
    """The counts of each workshop: from its list where that is there, else from what was kept. None is left out in silence:
    one without either counts nobody."""
    for hall in halls:
        before = _kept_before(hall.desk.root / hall.folder)
        try:
            people = hall.scene.people
            if before and not people:
                yield before
            else:
                yield kept(hall.scene.workshop, people)
        except ContentError:
            if before:
                yield before
