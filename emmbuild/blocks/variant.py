"""Blocks that only one reader gets: `:::{participant}` and `:::{self-study}`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from emmbuild.core.nodes import Node
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext


@dataclass(frozen=True, slots=True)
class Variant(Node):
    children: tuple[Node, ...]


def read(fence: Fence, context: ReadContext) -> Variant:
    meta = replace(context.meta(fence), readers=frozenset({fence.name}))
    return Variant(context.blocks(fence.children), meta=meta)


def lower(node: Variant, context: LowerContext) -> tuple[Node, ...]:
    return context.lower(node.children)


KIND = Kind(
    ("participant", "self-study"),
    read,
    lower,
    Variant,
    """\
:::{self-study}
Take a sheet of paper and write for three minutes.
:::
""",
)
