"""A workbook to type paper answers into: one sheet a form, its columns named as `emmbuild results` reads them."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts import questionnaires
from emmbuild.artefacts.shape import Artefact, File, Kit, Output
from emmbuild.render.xlsx import Tab, workbook
from emmbuild.workshop.results.attendance import marks

ROWS = 5  # empty rows to begin with


def make(kit: Kit, code: str) -> Iterator[Output]:
    words, workshop = kit.words(code), kit.workshop
    sheets = [Tab("how", (words("entry.how", id=workshop.id),), (), widths=(90,))]
    codes = [(person.code,) for person in kit.scene.people]
    sheets.append(Tab("attendance", ("code", *marks(workshop)), codes))
    for survey in questionnaires.every(kit, code):
        names = [ask.name for ask in survey.asks if ask.kind != "say"]
        match survey.name.split("-"):
            case ["test", form]:
                moment = "pre" if form == "a" else "post"
                lead = [name for name in names if name in ("code", "gender", "agency", "language")]
                sheets.append(Tab(moment, (*lead, "form", *(name for name in names if name not in lead)), ()))
            case [("daily" | "final" | "needs" | "followup"), *_]:
                sheets.append(Tab(survey.name, names, ()))
    yield File("trainers/results-entry.xlsx", workbook(sheets, workshop.id), code)


ARTEFACT = Artefact("results-entry", "Workbook to type results into", "trainers", "facilitator", make, languages="source")
