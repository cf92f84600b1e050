"""The manifest of an output folder: every artefact that stands in it, from this build and from earlier ones."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from emmbuild.pipeline import Artefact
from emmbuild.world import locked, write_if_changed

NAME = "manifest.json"


def read(folder: Path) -> list[dict[str, Any]]:
    """The artefacts listed in the folder's manifest; none where there is no readable manifest."""
    try:
        listed = json.loads((folder / NAME).read_text("utf-8"))["artefacts"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [entry for entry in listed if isinstance(entry, dict) and "path" in entry]


def write(folder: Path, made: Iterable[Artefact]) -> None:
    """List `made`, and what earlier builds left in the folder and is still there."""
    fresh = {artefact.path: asdict(artefact) for artefact in made}
    if not fresh and not (folder / NAME).is_file():
        return
    with locked(folder):
        entries = {entry["path"]: entry for entry in read(folder) if (folder / entry["path"]).is_file()} | fresh
        text = json.dumps({"artefacts": [entries[path] for path in sorted(entries)]}, ensure_ascii=False, indent=1)
        write_if_changed(folder / NAME, (text + "\n").encode("utf-8"))
