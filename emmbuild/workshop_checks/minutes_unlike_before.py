"""A session took another time than planned when it was held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.results.model import Run
from emmbuild.workshop.results.timing import timings
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    for one in timings(scene.workshop, scene.runs):
        if one.proposed != one.session.minutes:
            yield warning(
                "RUN101",
                f"{one.session.id} is planned for {one.session.minutes} minutes; by the run log it took {one.real:g}",
                one.session.where("min"),
                hint=f"write min: {one.proposed}, or let `emmbuild results {scene.workshop.id} --adopt` do it",
            )


CHECK = WorkshopCheck(
    "RUN101",
    Severity.WARNING,
    "a session took another time than planned when it was held",
    """A run log (`runlog.csv`: session and minutes, or start and end) remembers how long things really took. Plans that
are off by five minutes and ten per cent are worth mending before the next delivery.""",
    bad=Edit(scene=lambda scene: replace(scene, runs=(Run("in1", 65),)), says="a run log in which in1 took 65 minutes"),
    find=find,
)
