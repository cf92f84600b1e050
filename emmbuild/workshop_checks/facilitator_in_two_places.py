"""Somebody is to be in two places at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.agenda import clock
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    for day in scene.workshop.days:
        for one, other in combinations(day.sessions, 2):
            if one.start < other.end and other.start < one.end:
                for name in sorted(set(one.by) & set(other.by)):
                    message = f"{name} is in {one.id} and in {other.id} at {clock(max(one.start, other.start))}"
                    yield error("STF102", message, other.where("by"), hint="give one of them to somebody else")


CHECK = WorkshopCheck(
    "STF102",
    Severity.ERROR,
    "somebody is to be in two places at once",
    """Two sessions at the same time need different people.""",
    bad=Edit((("use: activity/recap-quiz, by: [carol]}", 'use: activity/recap-quiz, by: [amal], at: "10:45"}'),)),
    find=find,
    gate="build",
)
