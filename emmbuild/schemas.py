"""Finds the SCORM schema files (XSD), which are fetched at set-up and never committed.

`tools/fetch-schemas` puts them into `.schemas/`; a wheel may carry them in `emmbuild/_schemas/`.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

_HERE = Path(__file__).resolve().parent


def folders() -> tuple[Path, ...]:
    """Where schemas may lie: $EMMBUILD_SCHEMAS alone where it is set, else the project, then our own package."""
    wanted = os.environ.get("EMMBUILD_SCHEMAS", "")
    return (Path(wanted),) if wanted else (_HERE.parent / ".schemas", _HERE / "_schemas")


def schema_files(standard: str) -> tuple[tuple[str, bytes], ...]:
    """Names and bytes of the files for "scorm12" or "scorm2004", sorted; empty where there are none."""
    for folder in folders():
        found = _read(folder / standard)
        if found:
            return found
    return ()


@cache
def _read(folder: Path) -> tuple[tuple[str, bytes], ...]:
    paths = sorted(path for path in folder.glob("*") if path.suffix in (".xsd", ".dtd") and path.is_file())
    return tuple((path.name, path.read_bytes()) for path in paths)
