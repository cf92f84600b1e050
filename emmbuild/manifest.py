"""The manifest of an output folder: every artefact that stands in it, from this build and from earlier ones."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from emmbuild.pipeline import Artefact
from emmbuild.world import locked, write_if_changed

NAME, PAGES = "manifest.json", "pages.js"


def read(folder: Path) -> list[dict[str, Any]]:
    """The artefacts listed in the folder's manifest; none where there is no readable manifest."""
    try:
        listed = json.loads((folder / NAME).read_text("utf-8"))["artefacts"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    return [entry for entry in listed if isinstance(entry, dict) and "path" in entry]


def _reading_order(target: str) -> list[tuple[int, str]]:
    """1.2 before 1.10, volumes before chapters and presentations."""
    return [(int(part) if part.isdigit() else 1_000, part) for part in target.split(".")]


def _write_pages(folder: Path, entries: list[dict[str, Any]]) -> None:
    """`pages.js`: the list of web pages in the folder, from which each makes its links to the others."""
    pages = [
        {
            "path": entry["path"],
            "section": entry["target"],
            "code": entry["language"],
            "name": entry["facts"]["language_name"],
            "tag": entry["facts"]["tag"],
            "dir": entry["facts"]["direction"],
            "title": entry["facts"]["title"],
        }
        for entry in sorted(entries, key=lambda entry: (_reading_order(entry["target"]), entry["language"]))
    ]
    if pages:
        text = json.dumps(pages, indent=1).replace("<", "\\u003c")
        write_if_changed(folder / PAGES, f"window.EMM_PAGES = {text};\n".encode())


def write(folder: Path, made: Iterable[Artefact]) -> None:
    """List `made`, and what earlier builds left in the folder and is still there."""
    fresh = {artefact.path: asdict(artefact) for artefact in made}
    if not fresh and not (folder / NAME).is_file():
        return
    with locked(folder):
        entries = {entry["path"]: entry for entry in read(folder) if (folder / entry["path"]).is_file()} | fresh
        listed = [entries[path] for path in sorted(entries)]
        _write_pages(folder, [entry for entry in listed if entry["kind"] == "html" and "language_name" in entry["facts"]])
        text = json.dumps({"artefacts": listed}, ensure_ascii=False, indent=1)
        write_if_changed(folder / NAME, (text + "\n").encode("utf-8"))
