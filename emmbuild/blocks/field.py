"""A field: a label and ruled lines to write on."""

from __future__ import annotations

from emmbuild.core.nodes import Node, WriteSpace
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext


def read(fence: Fence, context: ReadContext) -> WriteSpace:
    meta = context.meta(fence, known=("lines",))
    lines = fence.attributes.get("lines", "3")
    count = int(lines) if lines.isascii() and lines.isdigit() else 3
    return WriteSpace(context.text(fence.argument.text, fence.argument.span, meta.id), max(1, min(count, 30)), meta=meta)


def lower(node: Node, context: LowerContext) -> tuple[Node, ...]:
    return (node,)


KIND = Kind(
    ("field",),
    read,
    lower,
    WriteSpace,
    """\
:::{field} The hardest point, and why {#9.9.W1.F1 lines=4}
:::
""",
)
