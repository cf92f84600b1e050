"""Guiding questions, each with the points a facilitator expects (the nested list)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from emmbuild.core.diagnostics import error
from emmbuild.core.nodes import Box, Bullets, Item, Node, Notes
from emmbuild.core.syntax import Fence, Kind, ListNode, LowerContext, ReadContext
from emmbuild.core.text import Text


@dataclass(frozen=True, slots=True)
class GuidingQuestion(Node):
    text: Text
    expected: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class GuidingQuestions(Node):
    items: tuple[GuidingQuestion, ...]


def read(fence: Fence, context: ReadContext) -> GuidingQuestions:
    found = []
    for child in fence.children:
        if not isinstance(child, ListNode):
            context.report(error("FNC104", "guiding questions are a list", fence.span, hint="begin each with `- `"))
            continue
        for item in child.items:
            meta = context.item_meta(item)
            expected = context.blocks(item.children)
            found.append(GuidingQuestion(replace(item.text, id=meta.id), expected, meta=meta))
    return GuidingQuestions(tuple(found), meta=context.meta(fence))


def lower(node: GuidingQuestions, context: LowerContext) -> tuple[Node, ...]:
    def item(question: GuidingQuestion) -> Item:
        if context.reader != "facilitator" or not question.expected:
            return Item(question.text, meta=question.meta)
        points = Notes(context.lower(question.expected), "points", context.words.text("expected-points"))
        return Item(question.text, (points,), meta=question.meta)

    listed = Bullets(tuple(item(question) for question in node.items), role="questions")
    return (Box("guiding", context.words.text("guiding-questions"), (listed,), meta=node.meta),)


KIND = Kind(
    ("guiding-questions",),
    read,
    lower,
    GuidingQuestions,
    """\
:::{guiding-questions}
- {#9.9.G1} Which jobs would stay empty tomorrow without migrant workers?
  - Farm work, care, building
:::
""",
    ("guiding-questions", "expected-points"),
)
