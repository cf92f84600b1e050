"""A session needs what the recipe has left out."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.completing import objectives_of
from emmbuild.workshop.model import Session
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    for chosen in scene.workshop.content.sections:
        facts = scene.shelf.sections.get(chosen.section)
        if facts is None:
            continue
        kept = objectives_of(chosen, facts)
        for session in scene.workshop.sessions:
            for key, name in _named(session):
                mine = name in facts.objectives or name in facts.parts or name in facts.blocks
                dropped = name in chosen.without or (name in facts.objectives and name not in kept)
                if mine and dropped:
                    yield error(
                        "COV109",
                        f"session {session.id} needs {name}, which `content` leaves out of section {chosen.section}",
                        session.where(key),
                        hint=f"take {name} back in under `content`, or name something else here",
                    )


def _named(session: Session) -> Iterator[tuple[str, str]]:
    for key in ("teaches", "practises", "blocks"):
        yield from ((key, name) for name in getattr(session, key) if key in session.spans)
    if session.exercise:
        yield "exercise", session.exercise


CHECK = WorkshopCheck(
    "COV109",
    Severity.ERROR,
    "a session needs what the recipe has left out",
    """The agenda and the choice of contents belong together: an objective, worksheet or block that a session names must be among
what the recipe takes from the section; otherwise slides and workbook lack what the trainer announces.""",
    bad=Edit(
        (
            (
                "{id: sort, kind: activity, min: 30, practises: [3.12.O1]",
                "{id: sort, kind: activity, min: 30, practises: [3.12.O2]",
            ),
        )
    ),
    find=find,
    gate="build",
)
