"""What readers other than facilitators may not see: notes, and the keys of questions. Taken out, not hidden."""

from __future__ import annotations

from dataclasses import replace

from emmbuild.core import walk
from emmbuild.core.nodes import Node, Notes, Option, Pair, Question
from emmbuild.core.text import EMPTY


def withheld(blocks: tuple[Node, ...]) -> tuple[Node, ...]:
    """Lowered blocks of a facilitator as a participant gets them."""
    shown = walk.keep(blocks, lambda node: not isinstance(node, Notes))
    return walk.map_nodes(shown, lambda node: without_key(node) if isinstance(node, Question) and node.keyed else node)


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
