"""A survey on paper: boxes to tick, lines to write on; statements with one scale stand in a table."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from emmbuild.core.edition import Words
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.plan.document.model import Grid, Head, Lines, Para, Piece
from emmbuild.plan.survey.model import Ask, Survey

BOX = "\u2610"


def pieces(survey: Survey, words: Words) -> Iterator[Piece]:
    """The pieces of the form, its title first. Questions are numbered through."""
    yield Head(1, survey.title, f"f_{survey.name}"[:40])
    if survey.lead:
        yield Para(survey.lead, "lead")
    number = 0
    for part in survey.parts:
        if part.title:
            yield Head(2, part.title, f"p_{survey.name}_{part.name}"[:40], new_page=part.new_page)
        if part.lead:
            yield Para(part.lead, "body", keep=True)
        for choices, asks in groupby(
            (ask for ask in part.asks if ask.on_paper), lambda ask: ask.choices if ask.kind == "scale" else ()
        ):
            listed = tuple(asks)
            if choices:
                yield _scale(listed, number, words)
                number += len(listed)
                continue
            for ask in listed:
                if ask.kind != "say":
                    number += 1
                yield from asked(ask, words.text("paper.number", number=number))


def _scale(asks: tuple[Ask, ...], before: int, words: Words) -> Grid:
    ticks = tuple(words_of(BOX) for _ in asks[0].choices)
    rows = tuple((_numbered(ask.label, before + place, words), *ticks) for place, ask in enumerate(asks, 1))
    header = (EMPTY, *(choice.text for choice in asks[0].choices))
    return Grid(header, rows, role="match", weights=(5.2, *(1.25 for _ in ticks)))


def _numbered(text: Text, number: int, words: Words) -> Text:
    label = words_of(f"{words('paper.number', number=number)}\u2002")
    return Text(text.source, (*label.inlines, *text.inlines), text.span, text.id, text.lang, text.literal)


def asked(ask: Ask, label: Text = EMPTY) -> Iterator[Piece]:
    """One question with room for its answer; `label` is its number."""
    if ask.kind == "say":
        yield Para(ask.label)
        return
    yield Para(ask.label, "question" if label else "label", label, keep=True)
    if ask.hint:
        yield Para(ask.hint, "source", keep=True)
    match ask.kind:
        case "one" | "many" | "scale":
            last = len(ask.choices) - 1
            for place, choice in enumerate(ask.choices):
                yield Para(choice.text, "choice", box=True, keep=place < last)
        case "long":
            yield Lines(ask.lines)
        case _:
            yield Lines(1)
