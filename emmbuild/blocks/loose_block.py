"""A block of a collection: a titled piece with an id of its own, to be included anywhere (`iamm/cu/1`)."""

from __future__ import annotations

from dataclasses import dataclass

from emmbuild.core.diagnostics import error
from emmbuild.core.nodes import Box, Node, Paragraph
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext
from emmbuild.core.text import Text


@dataclass(frozen=True, slots=True)
class LooseBlock(Node):
    """`source` says which paragraph of which work it paraphrases."""

    title: Text
    children: tuple[Node, ...]
    source: Text


def read(fence: Fence, context: ReadContext) -> LooseBlock:
    meta = context.meta(fence)
    if not meta.id:
        context.report(error("IDS105", "this block has no id", fence.span, hint="add {#iamm/cu/1} to its first line"))
    source = fence.option("source")
    return LooseBlock(
        context.text(fence.argument.text, fence.argument.span, f"{meta.id}.title" if meta.id else ""),
        context.blocks(fence.children),
        context.text(source.text, source.span),
        meta=meta,
    )


def lower(node: LooseBlock, context: LowerContext) -> tuple[Node, ...]:
    source = (Paragraph(node.source, "source"),) if node.source else ()
    return (Box("extract", node.title, (*context.lower(node.children), *source), meta=node.meta),)


KIND = Kind(
    ("block",),
    read,
    lower,
    LooseBlock,
    """\
:::{block} Movement is here to stay {#sample/1}
:source: [@sample2004, 1]
People move, and they will go on moving.
:::
""",
)
