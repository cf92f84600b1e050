"""From a recipe to a folder of files: the order of the steps for workshops, as `pipeline.py` has it for sections."""

from __future__ import annotations

from pathlib import Path

FOLDER, RECIPE = "workshops", "workshop.yaml"


def ids(root: Path) -> tuple[str, ...]:
    """The workshops of a course: the folders that hold a recipe."""
    return tuple(path.parent.name for path in sorted((root / FOLDER).glob(f"*/{RECIPE}")))
