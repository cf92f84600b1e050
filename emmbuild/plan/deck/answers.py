"""The slide that shows the answer of a question: its words again, the right ones in bold with a tick."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.core.nodes import Question
from emmbuild.plan.deck.model import Draft, Para
from emmbuild.plan.deck.notes import heading, letters_of
from emmbuild.plan.deck.prose import SHORT, Context, bold, labelled

TICK = "\u2713"


def answer(asked: Draft, question: Question, context: Context) -> Draft:
    """The answer slide of a question whose own slide is `asked`."""
    title = context.joined(asked.title, f" – {context.words('deck.notes.answer')}")
    slots = {name: paras for name, paras in asked.slots.items() if name in ("kicker", "stem")}
    stem = tuple(para for para in asked.slots["body"] if para.role == "stem")
    right = tuple(_right(question, context))
    if question.pairs:
        left = tuple(para for para in asked.slots["body"] if para.role != "stem")
        slots |= {"body": left, "body 2": right}
    else:
        slots["body"] = (*stem, *right)
    notes = [heading(title, 0, context)]
    if question.rationale:
        notes.append(labelled(context.words("deck.notes.why"), context.para(question.rationale, "", cites=SHORT)))
    return replace(asked, key=f"{asked.key}/answer", title=title, slots=slots, notes=notes)


def _right(question: Question, context: Context) -> Iterator[Para]:
    letters = letters_of(question)
    match question.kind:
        case "ordering":
            for place, option in enumerate(question.options):
                yield context.joined(letters.get(place, ""), context.para(option.text))._replace(mark="number")
        case "matching":
            for place, pair in enumerate(question.pairs):
                yield context.joined(letters.get(place, ""), context.para(pair.right))._replace(mark="number")
        case "fill-in" | "numeric":
            yield bold(context.said(f"{TICK} {question.answers.plain.replace('|', ' / ')}", ""))
        case _:
            for option in question.options:
                para = context.para(option.text, "letter")
                yield bold(context.joined(para, f" {TICK}")._replace(mark="letter")) if option.correct else para
