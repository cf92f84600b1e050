"""Interlinkages: how this section connects with others."""

from __future__ import annotations

from dataclasses import dataclass, replace

from emmbuild.core.nodes import Box, Bullets, Item, Node
from emmbuild.core.syntax import Fence, Kind, ListNode, LowerContext, ReadContext
from emmbuild.core.text import Plain, Strong


@dataclass(frozen=True, slots=True)
class Interlinkage(Node):
    item: Item
    section: str


@dataclass(frozen=True, slots=True)
class Interlinkages(Node):
    items: tuple[Interlinkage, ...]


def read(fence: Fence, context: ReadContext) -> Interlinkages:
    found = []
    for child in fence.children:
        for item in child.items if isinstance(child, ListNode) else ():
            meta = context.item_meta(item, known=("section",))
            found.append(Interlinkage(Item(item.text, meta=meta), item.attributes.get("section")))
    return Interlinkages(tuple(found), meta=context.meta(fence))


def lower(node: Interlinkages, context: LowerContext) -> tuple[Node, ...]:

    def item(link: Interlinkage) -> Item:
        title = context.section_title(link.section)
        if title.lang != link.item.text.lang:
            return link.item
        head = (Strong((Plain(title.plain),)), Plain(" – "))
        return replace(link.item, text=replace(link.item.text, inlines=(*head, *link.item.text.inlines)))

    listed = Bullets(tuple(item(link) for link in node.items), role="links")
    return (Box("links", context.words.text("interlinkages"), (listed,), meta=node.meta),)


KIND = Kind(
    ("interlinkages",),
    read,
    lower,
    Interlinkages,
    """\
:::{interlinkages}
- {section=2.6} Remittances connect this section to labour.
:::
""",
    ("interlinkages",),
)
