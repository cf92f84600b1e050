"""The library has changed since the recipe was locked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    for name, change in scene.locked.items():
        message = f"{name} is not as it was locked: {change}"
        yield warning(
            "PRW103",
            message,
            scene.workshop.content.span,
            hint=f"`emmbuild lock {scene.workshop.id}` shows what changed and takes it",
        )


def aged(scene: Scene) -> Scene:
    """The sample, locked with an older section."""
    return replace(scene, locked={"2.6": "version 1.0.0 → 1.1.0"})


CHECK = WorkshopCheck(
    "PRW103",
    Severity.WARNING,
    "the library has changed since the recipe was locked",
    """`content.lock` keeps the version of every section as it was delivered. What has changed since should be read before it is printed; `emmbuild lock WORKSHOP` shows it and takes the new state.""",
    bad=Edit(scene=aged, says="content.lock: 2.6 at 1.0.0 fingerprint 3f5a…, the library has 1.1.0"),
    find=find,
)
