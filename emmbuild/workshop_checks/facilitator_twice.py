"""Two people of the team have the same id."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for one in scene.workshop.team:
        if one.id in seen:
            yield error(
                "STF103", f"the team has two people called {one.id}", one.span, hint="add a letter of the surname to one"
            )
        seen.add(one.id)


CHECK = WorkshopCheck(
    "STF103",
    Severity.ERROR,
    "two people of the team have the same id",
    """The id stands for the person in sessions, rota and file names.""",
    bad=Edit(
        (
            (
                '{id: dalia, langs: [en], sections: ["3.12"]}',
                '{id: dalia, langs: [en], sections: ["3.12"]}\n  - {id: carol, langs: [fr, en]}',
            ),
        )
    ),
    find=find,
    gate="build",
)
