"""A question of a knowledge check, of seven kinds, with feedback on every answer.

Lowered without keys for participants: nothing in the lowered node then tells the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from emmbuild.core.diagnostics import Span, error
from emmbuild.core.nodes import Node, Option, Pair, Question, Table
from emmbuild.core.syntax import Fence, Kind, ListNode, LowerContext, ReadContext
from emmbuild.core.text import EMPTY, Text

KINDS = ("single", "multiple", "true-false", "matching", "ordering", "fill-in", "numeric")
FORMS = ("A", "B")
_BOX = re.compile(r"\[(?P<mark>[ xX])\]\s+")
_FEEDBACK = re.compile(r"\s+[—–]\s+\*(?P<words>[^*].*?)\*\s*$", re.DOTALL)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class _Reading:
    """One question while it is read."""

    fence: Fence
    context: ReadContext
    id: str

    def text(self, source: str, span: Span, name: str) -> Text:
        return self.context.text(source, span, f"{self.id}.{name}") if source else EMPTY

    def option_text(self, name: str) -> Text:
        value = self.fence.option(name)
        return self.text(value.text, value.span, name)

    def split(self, source: str, span: Span, name: str) -> tuple[Text, Text]:
        """The words of an answer and its feedback."""
        match = _FEEDBACK.search(source)
        if not match:
            return self.text(source.strip(), span, name), EMPTY
        words, at = source[: match.start()], span.at(match.start("words"))
        return self.text(words.strip(), span, name), self.text(match["words"], at, f"{name}.feedback")

    def lists(self) -> Iterator[ListNode]:
        return (child for child in self.fence.children if isinstance(child, ListNode))

    def options(self) -> Iterator[Option]:
        for listed in self.lists():
            for place, item in enumerate(listed.items[: len(_LETTERS)]):
                name = item.attributes.id or _LETTERS[place]
                source, span = item.text.source, item.text.span
                box = _BOX.match(source)
                if box:
                    source, span = source[box.end() :], span.at(box.end())
                name = _named_after_box(source) or name
                source = re.sub(r"^\{#\w+\}\s*", "", source)
                words, feedback = self.split(source, span, name)
                correct = bool(box and box["mark"] in "xX")
                yield Option(name, words, correct, feedback)

    def pairs(self) -> Iterator[Pair]:
        for table in (child for child in self.fence.children if isinstance(child, Table)):
            for place, row in enumerate(table.rows[: len(_LETTERS)]):
                cells = [*row.cells, EMPTY, EMPTY]
                name = _LETTERS[place]
                left, right = (
                    replace(cell, id=f"{self.id}.{name}.{side}")
                    for cell, side in zip(cells, ("left", "right"), strict=False)
                )
                feedback = cells[2].source.strip().strip("*")
                yield Pair(name, left, right, self.text(feedback, cells[2].span, f"{name}.feedback"))


def _named_after_box(source: str) -> str:
    match = re.match(r"\{#(\w)\}", source)
    return match[1] if match else ""


def read(fence: Fence, context: ReadContext) -> Question | None:
    kind, meta = fence.argument.text, context.meta(fence, known=("points", "form"))
    if kind not in KINDS:
        context.report(
            error("QST105", f"there is no question kind {kind!r}", fence.argument.span, hint="use " + ", ".join(KINDS))
        )
        return None
    if not meta.id:
        context.report(error("IDS104", "this question has no id", fence.span, hint="add {#2.6.Q1} to its first line"))
    reading = _Reading(fence, context, meta.id or f"{context.owner}/question-{fence.span.line}")
    stem = context.blocks(tuple(c for c in fence.children if not isinstance(c, ListNode | Table)))
    points = fence.attributes.get("points", "1")
    options = tuple(reading.options()) if kind not in ("matching", "fill-in", "numeric") else ()
    pairs = tuple(reading.pairs()) if kind == "matching" else ()
    return Question(
        kind,
        stem,
        options,
        pairs,
        answers=reading.option_text("answer"),
        tolerance=_number(reading, "tolerance"),
        correct_feedback=reading.option_text("correct"),
        incorrect_feedback=reading.option_text("incorrect"),
        rationale=reading.option_text("rationale"),
        points=int(points) if points.isascii() and points.isdigit() else 1,
        form=_form(fence, context),
        shuffle=shuffled(len(pairs) or (len(options) if kind == "ordering" else 0), meta.id),
        meta=meta,
    )


def _form(fence: Fence, context: ReadContext) -> str:
    form = fence.attributes.get("form")
    if form in ("", *FORMS):
        return form
    context.report(error("FNC103", f"form={form!r} is not known", fence.attributes.span, hint="use A or B"))
    return ""


def _number(reading: _Reading, name: str) -> float:
    value = reading.fence.option(name)
    try:
        return abs(float(value.text or 0))
    except ValueError:
        reading.context.report(error("QST106", f"{name} {value.text!r} is not a number", value.span))
        return 0.0


def shuffled(count: int, seed: str) -> tuple[int, ...]:
    """An order of `count` places that is the same in every build and never the identity (from two on)."""
    order = sorted(range(count), key=lambda place: sha256(f"{seed}:{place}".encode()).digest())
    return tuple(order[1:] + order[:1] if order == list(range(count)) else order)


def lower(node: Question, context: LowerContext) -> tuple[Node, ...]:
    question = replace(node, stem=context.lower(node.stem))
    if node.kind == "true-false":
        question = replace(question, options=tuple(_true_or_false(option, context) for option in node.options))
    return (question if context.keyed else without_key(question),)


def _true_or_false(option: Option, context: LowerContext) -> Option:
    key = option.text.plain.strip().lower()
    return replace(option, text=context.words.text(key)) if key in ("true", "false") else option


def without_key(question: Question) -> Question:
    """The question as somebody who has not answered yet may see it."""
    options = tuple(Option(option.id, option.text) for option in question.options)
    pairs = tuple(Pair(pair.id, pair.left, EMPTY) for pair in question.pairs)
    if question.kind == "ordering":
        options = tuple(Option(str(n + 1), options[place].text) for n, place in enumerate(question.shuffle))
    if question.kind == "matching":
        rights = [question.pairs[place].right for place in question.shuffle]
        pairs = tuple(replace(pair, right=right) for pair, right in zip(pairs, rights, strict=True))
    return replace(
        question,
        options=options,
        pairs=pairs,
        answers=EMPTY,
        tolerance=0.0,
        correct_feedback=EMPTY,
        incorrect_feedback=EMPTY,
        rationale=EMPTY,
        shuffle=tuple(range(len(question.shuffle))),
        keyed=False,
    )


KIND = Kind(
    ("question",),
    read,
    lower,
    Question,
    """\
:::{question} single {#9.9.Q1 objectives="9.9.O1" points=1}
Which scheme ties a worker most closely to one employer?

- [ ] Points-based permanent entry — *No employer is named in the permit.*
- [x] Employer-sponsored temporary permit — *Right: status usually ends with the contract.*
:rationale: The permit names the employer.
:::
""",
    ("true", "false"),
)
