"""Surveys as XLSForm (KoboToolbox, ODK, ONA): one workbook with every language, to be answered offline on telephones.

Sheets and columns as xlsform.org has them; a column of words for each language, named "label::Français (fr)".
"""

from __future__ import annotations

from collections.abc import Sequence

from emmbuild.core.edition import Language
from emmbuild.plan.survey.model import Ask, Choice, Survey
from emmbuild.render.xlsx import Tab, Value, workbook

_TYPES = {"short": "text", "long": "text", "whole": "integer", "decimal": "decimal", "say": "note"}
_LISTED = {"one": "select_one", "scale": "select_one", "many": "select_multiple", "rank": "rank"}


def xlsform(form_id: str, version: str, surveys: Sequence[tuple[Language, Survey]]) -> bytes:
    """The form with all its languages, the first one the default. The surveys must have the same questions."""
    languages = [language for language, _ in surveys]
    every = [survey for _, survey in surveys]
    lists: dict[tuple[str, ...], str] = {}
    choices: list[tuple[Value, ...]] = []
    rows: list[tuple[Value, ...]] = []

    def row(
        kind: str, name: str, labels: Sequence[str], hints: Sequence[str] = (), required: bool = False, look: str = ""
    ) -> None:
        blanks = hints or [""] * len(labels)
        rows.append((kind, name, *labels, *blanks, "yes" if required else "", look))

    def listed(asks: Sequence[Ask]) -> str:
        key = tuple(f"{choice.id}={choice.text.plain}" for choice in asks[0].choices)
        if key not in lists:
            lists[key] = f"list_{len(lists) + 1}"
            for place in range(len(asks[0].choices)):
                same = [ask.choices[place] for ask in asks]
                choices.append((lists[key], same[0].id, *(_label(choice) for choice in same)))
        return lists[key]

    if any(survey.lead for survey in every):
        row("note", "welcome", [survey.lead.plain for survey in every])
    for parts in zip(*(survey.parts for survey in every), strict=True):
        row(
            "begin_group",
            f"part_{parts[0].name}",
            [part.title.plain or survey.title.plain for part, survey in zip(parts, every, strict=True)],
        )
        if parts[0].lead:
            row("note", f"about_{parts[0].name}", [part.lead.plain for part in parts])
        for asks in zip(*(part.asks for part in parts), strict=True):
            kind = asks[0].kind
            typed = f"{_LISTED[kind]} {listed(asks)}" if kind in _LISTED else _TYPES[kind]
            look = {"long": "multiline", "scale": "likert"}.get(kind, "")
            row(
                typed,
                asks[0].name,
                [ask.label.plain for ask in asks],
                [ask.hint.plain for ask in asks],
                asks[0].required,
                look,
            )
        row("end_group", "", [""] * len(every))
    labels, hints = _columns("label", languages), _columns("hint", languages)
    first = languages[0]
    settings = ("form_title", "form_id", "version", "default_language"), (
        every[0].title.plain, form_id, version, _called(first),
    )  # fmt: skip
    return workbook(
        (
            Tab("survey", ("type", "name", *labels, *hints, "required", "appearance"), rows, plain=True),
            Tab("choices", ("list_name", "name", *labels), choices, plain=True),
            Tab("settings", settings[0], (settings[1],), plain=True),
        ),
        every[0].title.plain,
    )


def _columns(what: str, languages: Sequence[Language]) -> list[str]:
    return [f"{what}::{_called(language)}" for language in languages]


def _called(language: Language) -> str:
    return f"{language.name} ({language.code})"


def _label(choice: Choice) -> str:
    return choice.text.plain
