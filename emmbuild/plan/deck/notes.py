"""What stands under a slide in the notes: time, full text, what to say and do, expected answers.

Answers and facilitator's words go here and nowhere else in a deck.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from emmbuild.core.nodes import (
    Box,
    Bullets,
    Definition,
    Figure,
    Heading,
    Node,
    Notes,
    Paragraph,
    Question,
    Quote,
    Table,
    WriteSpace,
)
from emmbuild.plan.deck.model import Para, Run
from emmbuild.plan.deck.prose import SHORT, Context, bold, labelled


def noted(blocks: Iterable[Node], context: Context, level: int = 0) -> Iterator[Para]:
    """The full text of blocks as paragraphs of the notes."""
    for block in blocks:
        yield from _noted(block, context, level)


def _noted(block: Node, context: Context, level: int) -> Iterator[Para]:
    match block:
        case Heading(text=text):
            yield bold(context.para(text, "", level))
        case Paragraph(text=text, role=role):
            para = context.para(text, "", level, cites=SHORT)
            yield bold(para) if role == "label" else para
        case Bullets(items=items, ordered=ordered):
            for place, item in enumerate(items, 1):
                sign = f"{context.words.number(place)}. " if ordered else "– "
                yield context.joined(sign, context.para(item.text, "", cites=SHORT))
                yield from noted(item.children, context, level + 1)
        case Definition(term=term, children=children):
            yield bold(context.para(term, ""))
            yield from noted(children, context, level)
        case Notes():
            yield from facilitation(block, context)
        case Quote(children=children, by=by):
            yield from noted(children, context, level)
            yield context.para(by, "", cites=SHORT)
        case Box(title=title, children=children):
            yield bold(context.para(title, ""))
            yield from noted(children, context, level)
        case Table(caption=caption) | Figure(caption=caption):
            yield from [context.para(caption, "", cites=SHORT)] if caption else []
        case WriteSpace(label=label):
            yield context.para(label, "", level)


def facilitation(block: Notes, context: Context) -> Iterator[Para]:
    """A facilitator note with its label and minutes."""
    label = context.para(block.title, "") if block.title else context.said(context.words("deck.notes.facilitator"), "")
    minutes = f" · {context.words.minutes(block.meta.minutes)}" if block.meta.minutes else ""
    yield bold(context.joined(label, minutes))
    yield from noted(block.children, context)


def heading(name: Para, minutes: int, context: Context) -> Para:
    """The first line of the notes of a slide: what it belongs to, and for how long."""
    return bold(context.joined(name, f" · {context.words.minutes(minutes)}" if minutes else ""))


def key_of(question: Question, context: Context) -> Iterator[Para]:
    """The answer of a question, as the facilitator reads it out, and why."""
    words = context.words
    answers = list(_answers(question, context)) if question.keyed else []
    if answers:
        yield context.said(words("deck.notes.answer"), "", bold=True)
        yield from answers
    if question.rationale:
        yield labelled(words("deck.notes.why"), context.para(question.rationale, "", cites=SHORT))
    for option in question.options:
        if option.feedback:
            yield context.joined(bold(context.para(option.text, "")), " – ", context.para(option.feedback, "", cites=SHORT))


def letters_of(question: Question) -> dict[int, str]:
    """The letter that stands on the slide before each choice of an ordering or matching question, by its right place."""
    return {place: f"{chr(ord('A') + shown)}. " for shown, place in enumerate(question.shuffle)}


def _answers(question: Question, context: Context) -> Iterator[Para]:
    """The right answers with the letters that stand before them on the slide."""
    letters = letters_of(question)
    match question.kind:
        case "ordering":
            for place, option in enumerate(question.options):
                yield context.joined(letters.get(place, ""), context.para(option.text, ""))
        case "matching":
            for place, pair in enumerate(question.pairs):
                left = context.joined(f"{context.words.number(place + 1)}. ", context.para(pair.left, ""))
                yield context.joined(left, f" = {letters.get(place, '')}", context.para(pair.right, ""))
        case "fill-in" | "numeric":
            yield context.para(question.answers, "")._replace(runs=(Run(question.answers.plain.replace("|", "/")),))
        case _:
            for place, option in enumerate(question.options):
                if option.correct:
                    yield context.joined(f"{chr(ord('A') + place)}. ", context.para(option.text, ""))
