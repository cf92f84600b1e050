"""Every form of the workshop as XLSForm, all working languages in one file, for telephones without a network."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts import questionnaires
from emmbuild.artefacts.shape import Artefact, File, Kit, Output
from emmbuild.render.xlsform import xlsform


def make(kit: Kit, code: str) -> Iterator[Output]:
    workshop = kit.workshop
    spoken = [name for name in workshop.languages.working if name in kit.languages]
    surveys = [tuple(questionnaires.every(kit, name)) for name in spoken]
    for same in zip(*surveys, strict=True):
        form_id = f"{workshop.id}_{same[0].name}".replace("-", "_")
        version = workshop.event.dates[0].strftime("%Y%m%d") if workshop.event.dates else "1"
        data = xlsform(form_id, version, [(kit.languages[name], one) for name, one in zip(spoken, same, strict=True)])
        yield File(f"trainers/forms/{same[0].name}-xlsform.xlsx", data)


ARTEFACT = Artefact(
    "survey-files",
    "Forms for telephones (XLSForm)",
    "trainers",
    "facilitator",
    make,
    languages="once",
    wanted=lambda workshop: "xlsform" in workshop.deliver.data,
)
