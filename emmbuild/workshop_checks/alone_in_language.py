"""Somebody is alone in a language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.model import Placement
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    if not isinstance(scene.placement, Placement):
        return
    people = {person.code: person for person in scene.people}
    for group in scene.workshop.groups.groups:
        there = [people[code] for code in scene.placement.groups[group.name]]
        for person in there:
            works = next((code for code in person.langs if code in group.langs), "")
            if works and not any(works in other.langs for other in there if other != person) and len(there) > 1:
                message = f"{person.code} is the only one in group {group.name} who speaks {works}"
                hint = "put a second one there (allocate: together), or let fewer groups work in that language"
                yield warning("GRP106", message, scene.workshop.groups.span, hint=hint)


def _one_in_french(scene: Scene) -> Scene:
    people = (replace(person, langs=("fr",) if person.code == "p003" else ("en",)) for person in scene.people)
    return replace(scene, people=tuple(people))


CHECK = WorkshopCheck(
    "GRP106",
    Severity.WARNING,
    "somebody is alone in a language",
    """In a group that works in several languages everybody needs at least one other person to talk to in the language that he or she works in.""",
    bad=Edit(
        scene=_one_in_french,
        says="group A works in English and French; of its six people one speaks French, and only French",
    ),
    find=find,
)
