"""What results are called in a reader's language: objectives, statements, values such as sex and language."""

from __future__ import annotations

from emmbuild.artefacts import questionnaires
from emmbuild.artefacts.asking import GENDERS
from emmbuild.artefacts.shape import Kit
from emmbuild.artefacts.sheets import language_names
from emmbuild.core.text import Text, words_of
from emmbuild.plan.survey.model import field_name


def questions(kit: Kit, code: str) -> dict[str, dict[str, Text]]:
    """Survey → question → its words."""
    return {one.name: {ask.name: ask.label for ask in one.asks} for one in questionnaires.every(kit, code)}


def choices(kit: Kit, code: str) -> dict[str, dict[str, dict[str, str]]]:
    """Survey → question → id of a choice → its words."""
    return {
        one.name: {ask.name: {choice.id: choice.text.plain for choice in ask.choices} for ask in one.asks}
        for one in questionnaires.every(kit, code)
    }


def value(kit: Kit, code: str, attribute: str, name: str) -> str:
    """ "f" → "a woman", "ar" → "Arabic"; other values are as people wrote them."""
    if not name:
        return kit.words(code)("report.smaller")
    if attribute == "gender" and name in GENDERS:
        return kit.words(code)(f"measure.gender.{name}")
    return language_names(kit, (name,), code) if attribute == "language" else name


def objective(kit: Kit, code: str, name: str) -> Text:
    """ "2.6.O1 Explain why …"; the whole test where the name is empty."""
    if not name:
        return kit.words(code).text("report.all")
    said = kit.objective(name, code)
    label = words_of(f"{name}\u2002")
    return Text(said.source, (*label.inlines, *said.inlines), said.span, said.id, said.lang, said.literal)


def by_field(objectives: tuple[str, ...]) -> dict[str, str]:
    """Field name of an objective → the objective: "q_2_6_O1" → "2.6.O1" and, behind before_, "2_6_O1" too."""
    return {field_name("x", name).removeprefix("x_"): name for name in objectives}
