"""A facilitator note: what to say, do, expect and skip. Never in a participant's file."""

from __future__ import annotations

from emmbuild.core.nodes import Node, Notes
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext


def read(fence: Fence, context: ReadContext) -> Notes:
    return Notes(context.blocks(fence.children), meta=context.meta(fence))


def lower(node: Notes, context: LowerContext) -> tuple[Node, ...]:
    if context.reader != "facilitator":
        return ()
    title = context.words.text("facilitator-note")
    return (Notes(context.lower(node.children), node.role, title, meta=node.meta),)


KIND = Kind(
    ("facilitator",),
    read,
    lower,
    Notes,
    """\
:::{facilitator} {minutes=5}
SAY that both columns are choices.
:::
""",
    ("facilitator-note",),
)
