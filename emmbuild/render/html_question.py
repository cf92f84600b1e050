"""A question as a form that says nothing about its answer: the player marks it from course.js."""

from __future__ import annotations

from typing import TypeVar

from emmbuild.core.nodes import Option, Question
from emmbuild.core.text import Text
from emmbuild.plan.course import FILL_IN_LIMIT
from emmbuild.plan.course_state import NUMERIC_LIMIT
from emmbuild.render.html import blocks, plain
from emmbuild.render.html_text import Page, inline, lang_of, span
from emmbuild.render.xml import attr, esc

T = TypeVar("T")
_HINTS = {
    "single": "package-choose-one",
    "true-false": "package-choose-one",
    "multiple": "package-choose-several",
    "matching": "package-choose-partner",
    "ordering": "package-choose-order",
    "fill-in": "package-write-answer",
    "numeric": "package-write-number",
}


def form(page: Page, question: Question, name: str) -> str:
    """The form of the question `name` (its screen's id)."""
    words = page.edition.words
    hint = f'<p class="hint" id="{name}-hint">{esc(words(_HINTS[question.kind]))}</p>'
    points = f'<p class="points">{esc(words("package-points", n=question.points))}</p>' if question.points > 1 else ""
    return (
        f'<form class="question" data-question="{name}" data-kind="{question.kind}" novalidate>'
        f'<div class="stem" id="{name}-stem">{blocks(page, question.stem)}</div>{hint}{points}'
        f'<div class="answers" role="group" aria-labelledby="{name}-stem" aria-describedby="{name}-hint">'
        f"{_answers(page, question, name)}</div>"
        f'<div class="feedback" id="{name}-feedback" role="status" aria-live="polite"></div>'
        f'<p class="do"><button type="submit" class="main">{esc(words("package-check"))}</button></p></form>'
    )


def _answers(page: Page, question: Question, name: str) -> str:
    match question.kind:
        case "single" | "true-false":
            return "".join(_choice(page, option, name, "radio") for option in question.options)
        case "multiple":
            return "".join(_choice(page, option, name, "checkbox") for option in question.options)
        case "matching":
            return _pairs(page, question, name)
        case "ordering":
            return _order(page, question, name)
        case "fill-in":
            return f'<input type="text" maxlength="{FILL_IN_LIMIT}" {_writing(name)}>'
        case _:
            return f'<input type="text" inputmode="decimal" maxlength="{NUMERIC_LIMIT}" class="number" {_writing(name)}>'


def _writing(name: str) -> str:
    return (
        f'id="{name}-text" autocomplete="off" autocapitalize="off" spellcheck="false" '
        f'aria-labelledby="{name}-stem" aria-describedby="{name}-hint"'
    )


def _choice(page: Page, option: Option, name: str, kind: str) -> str:
    identity = f"{name}-{option.id}"
    box = f'<input type="{kind}" id="{identity}" name="{name}" value="{option.id}">'
    label = f'<label for="{identity}"{lang_of(page, option.text)}>{inline(page, option.text)}</label>'
    return f'<div class="option" data-option="{option.id}">{box}{label}</div>'


def shown(things: tuple[T, ...], shuffle: tuple[int, ...]) -> tuple[T, ...]:
    """In the order of `shuffle`; as they are where it does not fit."""
    fits = sorted(shuffle) == list(range(len(things)))
    return tuple(things[place] for place in shuffle) if fits else things


def _pairs(page: Page, question: Question, name: str) -> str:
    choose = esc(page.edition.words("package-choose"))
    options = "".join(
        f'<option value="{pair.id}"{lang_of(page, pair.right)}>{esc(plain(pair.right))}</option>'
        for pair in shown(question.pairs, question.shuffle)
    )
    rows = (
        f'<div class="pair" data-option="{pair.id}"><label for="{name}-{pair.id}">{span(page, pair.left)}</label>'
        f'<select id="{name}-{pair.id}"><option value="">{choose}</option>{options}</select>'
        '<p class="chosen" aria-hidden="true"></p></div>'
        for pair in question.pairs
    )
    return "".join(rows)


def _order(page: Page, question: Question, name: str) -> str:
    items = "".join(
        f'<li data-option="{option.id}"><span class="text">{span(page, option.text)}</span>'
        f"{_move(page, option.text, 'up', '↑')}{_move(page, option.text, 'down', '↓')}</li>"
        for option in shown(question.options, question.shuffle)
    )
    return f'<ol class="order" id="{name}-order">{items}</ol><p class="said" role="status" aria-live="polite"></p>'


def _move(page: Page, text: Text, way: str, sign: str) -> str:
    label = page.edition.words(f"package-{way}", item=plain(text))
    return f'<button type="button" data-move="{way}" aria-label="{attr(label)}">{sign}</button>'
