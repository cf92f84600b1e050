"""Blocks drawn into a section by id: exercises, questions of a knowledge check, blocks of a collection."""

from __future__ import annotations

from dataclasses import dataclass

from emmbuild.core.diagnostics import Span
from emmbuild.core.nodes import Box, Node
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext


@dataclass(frozen=True, slots=True)
class Draw(Node):
    """`wanted`: ids and where they stand; `blocks`: what the library reader found for them."""

    wanted: tuple[tuple[str, Span], ...]
    check: bool
    blocks: tuple[Node, ...] = ()


def read(fence: Fence, context: ReadContext) -> Draw:
    wanted, place = [], 0
    for name in fence.argument.text.split():
        place = fence.argument.text.index(name, place)
        wanted.append((name, fence.argument.span.at(place, len(name))))
        place += len(name)
    return Draw(tuple(wanted), fence.name == "knowledge-check", meta=context.meta(fence))


def lower(node: Draw, context: LowerContext) -> tuple[Node, ...]:
    blocks = context.lower(node.blocks)
    if not node.check or not blocks:
        return blocks
    return (Box("check", context.words.text("knowledge-check"), blocks, meta=node.meta),)


KIND = Kind(
    ("exercise", "knowledge-check", "include"),
    read,
    lower,
    Draw,
    """\
:::{knowledge-check} 9.9.Q1
:::
""",
    ("knowledge-check",),
)
