"""A quotation with its speaker and source; Markdown's `>` makes one too."""

from __future__ import annotations

from emmbuild.core.nodes import Node, Quote
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext
from emmbuild.core.text import Text


def read(fence: Fence, context: ReadContext) -> Quote:
    by, source = fence.option("by"), fence.option("source")
    words = " ".join(part for part in (by.text, source.text) if part)
    return Quote(
        context.blocks(fence.children), context.text(words, by.span) if words else Text(""), meta=context.meta(fence)
    )


def lower(node: Quote, context: LowerContext) -> tuple[Node, ...]:
    return (Quote(context.lower(node.children), node.by, meta=node.meta),)


KIND = Kind(
    ("quote",),
    read,
    lower,
    Quote,
    """\
:::{quote}
:by: An invented minister
Nobody leaves home for a table of figures.
:::
""",
)
