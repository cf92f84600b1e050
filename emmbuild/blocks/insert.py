"""A local change to a section, kept beside a workshop's recipe: blocks after, before or instead of one of its own."""

from __future__ import annotations

from dataclasses import dataclass

from emmbuild.core.diagnostics import error
from emmbuild.core.nodes import Node
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext

PLACES = ("after", "before", "instead")


@dataclass(frozen=True, slots=True)
class Insert(Node):
    """`place`: after, before or instead; `anchor`: the id of a topic or another block of the section."""

    place: str
    anchor: str
    children: tuple[Node, ...]


def read(fence: Fence, context: ReadContext) -> Insert:
    meta = context.meta(fence, known=PLACES)
    given = [(place, fence.attributes.get(place)) for place in PLACES if fence.attributes.get(place)]
    if len(given) != 1:
        hint = "write {after=ID}, {before=ID} or {instead=ID} with the id of a topic or block"
        context.report(error("FNC103", "an insert says once where it goes", fence.span, hint=hint))
    place, anchor = given[0] if given else ("after", "")
    return Insert(place, anchor, context.blocks(fence.children), meta=meta)


def lower(node: Insert, context: LowerContext) -> tuple[Node, ...]:
    return context.lower(node.children)


KIND = Kind(
    ("insert",),
    read,
    lower,
    Insert,
    """\
:::{insert} {after=why}
In our country the ministry of labour keeps the register.
:::
""",
)
