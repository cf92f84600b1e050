"""Needs survey, daily and final evaluation on paper. The follow-up is asked by mail: its form is for telephones."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts import questionnaires
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import sheet
from emmbuild.plan.survey.model import Survey
from emmbuild.plan.survey.paper import pieces


def make(kit: Kit, code: str) -> Iterator[Output]:
    people = len(kit.scene.people) or kit.workshop.audience.expected
    wanted: list[tuple[Survey, int]] = [(questionnaires.needs(kit, code), 0)]
    wanted += [(questionnaires.daily(kit, day, code), people) for day in questionnaires.daily_days(kit)]
    if questionnaires.has_final(kit):
        wanted.append((questionnaires.final(kit, code), people))
    for survey, count in wanted:
        path = f"participants/{code}/form-{survey.name}-{code}"
        copies = Copies(count, duplex=True, binding="staple")
        yield sheet(kit, code, path, survey.title, pieces(survey, kit.words(code)), copies=copies)


ARTEFACT = Artefact("survey-papers", "Needs survey and evaluations", "participants", "participant", make)
