"""A practical application: apply the section to one's own country."""

from __future__ import annotations

from dataclasses import dataclass, replace

from emmbuild.core.nodes import Box, Bullets, Node
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext
from emmbuild.core.text import Text


@dataclass(frozen=True, slots=True)
class PracticalApplication(Node):
    title: Text
    children: tuple[Node, ...]


def read(fence: Fence, context: ReadContext) -> PracticalApplication:
    meta = context.meta(fence)
    title = context.text(fence.argument.text, fence.argument.span, f"{meta.id}.title" if meta.id else "")
    return PracticalApplication(title, context.blocks(fence.children), meta=meta)


def lower(node: PracticalApplication, context: LowerContext) -> tuple[Node, ...]:
    children = tuple(
        replace(child, role="steps") if isinstance(child, Bullets) and child.ordered else child
        for child in context.lower(node.children)
    )
    return (Box("application", node.title, children, context.words.text("practical-application"), meta=node.meta),)


KIND = Kind(
    ("practical-application",),
    read,
    lower,
    PracticalApplication,
    """\
::::{practical-application} Your labour market on one page {#9.9.A1 minutes=30 objectives="9.9.O2"}
Work alone, then compare with a neighbour.

1. Name three sectors.

:::{field} The sector you choose {#9.9.A1.F1 lines=3}
:::
::::
""",
    ("practical-application",),
)
