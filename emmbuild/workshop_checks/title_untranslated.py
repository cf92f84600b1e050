"""A title of the recipe is missing in a working language."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def find(scene: Scene) -> Iterator[Diagnostic]:
    workshop = scene.workshop
    languages = workshop.languages
    titles = [(workshop.title, "the title"), *((one.title, f"the title of {one.id}") for one in workshop.sessions)]
    titles += [(chosen.focus, f"the focus of section {chosen.section}") for chosen in workshop.content.sections]
    titles += [(purpose, f"purpose {number}") for number, purpose in enumerate(workshop.purposes, 1)]
    for said, what in titles:
        typed = {code or languages.source for code in said.by_language}
        missing = [code for code in languages.working if code not in typed]
        if said and missing:
            message = f"{what} is not given in {', '.join(missing)}"
            yield warning(
                "WLG105", message, said.span, hint="write {" + ", ".join(f"{code}: …" for code in languages.working) + "}"
            )


CHECK = WorkshopCheck(
    "WLG105",
    Severity.WARNING,
    "a title of the recipe is missing in a working language",
    """It stands on agendas and door signs in another language than the rest of the page. Sessions without a title are named by the tool, in every language.""",
    bad=Edit((("title: {en: A sample workshop, fr: Un atelier d’exemple}", "title: {en: A sample workshop}"),)),
    find=find,
)
