"""Further study: works with a word on why to read them; `top=1` … `top=5` are the best five."""

from __future__ import annotations

from dataclasses import dataclass

from emmbuild.core.nodes import Box, Bullets, Item, Node, Paragraph
from emmbuild.core.syntax import Fence, Kind, ListNode, LowerContext, ReadContext


@dataclass(frozen=True, slots=True)
class Resource(Node):
    item: Item
    top: int = 0


@dataclass(frozen=True, slots=True)
class Resources(Node):
    items: tuple[Resource, ...]


def read(fence: Fence, context: ReadContext) -> Resources:
    found = []
    for child in fence.children:
        for item in child.items if isinstance(child, ListNode) else ():
            meta = context.item_meta(item, known=("top",))
            top = item.attributes.get("top", "0")
            found.append(Resource(Item(item.text, meta=meta), int(top) if top.isascii() and top.isdigit() else 0))
    return Resources(tuple(found), meta=context.meta(fence))


def lower(node: Resources, context: LowerContext) -> tuple[Node, ...]:
    best = tuple(r.item for r in sorted((r for r in node.items if r.top), key=lambda r: r.top))
    more = tuple(r.item for r in node.items if not r.top)
    children: list[Node] = []
    if best:
        children.append(Bullets(best, ordered=True, role="resources"))
    if more:
        children.append(Paragraph(context.words.text("more-resources"), "label"))
        children.append(Bullets(more, role="resources"))
    title = context.words.text("resources-top" if best else "resources", n=len(best))
    return (Box("resources", title, tuple(children), meta=node.meta),)


KIND = Kind(
    ("resources",),
    read,
    lower,
    Resources,
    """\
:::{resources}
- {top=1} ILO, *Multilateral Framework on Labour Migration*, 2006.
:::
""",
    ("resources", "resources-top", "more-resources"),
)
