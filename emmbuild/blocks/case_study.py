"""A case study: a story, then questions (the ordered list)."""

from __future__ import annotations

from dataclasses import dataclass, replace

from emmbuild.core.nodes import Box, Bullets, Node
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext
from emmbuild.core.text import Text


@dataclass(frozen=True, slots=True)
class CaseStudy(Node):
    title: Text
    children: tuple[Node, ...]


def read(fence: Fence, context: ReadContext) -> CaseStudy:
    meta = context.meta(fence)
    title = context.text(fence.argument.text, fence.argument.span, f"{meta.id}.title" if meta.id else "")
    return CaseStudy(title, context.blocks(fence.children), meta=meta)


def lower(node: CaseStudy, context: LowerContext) -> tuple[Node, ...]:
    children = tuple(
        replace(child, role="questions") if isinstance(child, Bullets) and child.ordered else child
        for child in context.lower(node.children)
    )
    return (Box("case", node.title, children, context.words.text("case-study"), meta=node.meta),)


KIND = Kind(
    ("case-study",),
    read,
    lower,
    CaseStudy,
    """\
:::{case-study} The orchards of Valdoria {#9.9.C1 minutes=30 objectives="9.9.O1"}
*Valdoria is an invented country.* Every autumn the orchards hire 4,000 pickers.

1. Who gains, and who decides?
:::
""",
    ("case-study",),
)
