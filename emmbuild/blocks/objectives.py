"""Learning objectives: what a participant will be able to do. Observable verb first, in bold."""

from __future__ import annotations

from dataclasses import dataclass, replace

from emmbuild.core.diagnostics import error
from emmbuild.core.nodes import Box, Bullets, Item, Node
from emmbuild.core.syntax import Fence, Kind, ListNode, LowerContext, ReadContext
from emmbuild.core.text import Plain, Strong, Text

BLOOM = ("remember", "understand", "apply", "analyse", "evaluate", "create")


@dataclass(frozen=True, slots=True)
class Objective(Node):
    """`meta.id` is the objective's id; `bloom` one of `BLOOM` or ""."""

    text: Text
    bloom: str = ""

    @property
    def verb(self) -> str:
        first = self.text.inlines[0] if self.text.inlines else None
        if isinstance(first, Strong) and isinstance(first.children[0], Plain):
            return first.children[0].text.strip()
        return (self.text.plain.split() or [""])[0]


@dataclass(frozen=True, slots=True)
class Objectives(Node):
    items: tuple[Objective, ...]


def read(fence: Fence, context: ReadContext) -> Objectives:
    found = []
    for child in fence.children:
        if not isinstance(child, ListNode):
            context.report(error("FNC104", "objectives are a list", fence.span, hint="begin each with `- `"))
            continue
        for item in child.items:
            meta = context.item_meta(item, known=("bloom",))
            bloom = item.attributes.get("bloom")
            if bloom and bloom not in BLOOM:
                context.report(
                    error("OBJ103", f"bloom={bloom!r} is not a level", item.attributes.span, hint="use " + ", ".join(BLOOM))
                )
            found.append(Objective(replace(item.text, id=meta.id), bloom, meta=meta))
    return Objectives(tuple(found), meta=context.meta(fence))


def lower(node: Objectives, context: LowerContext) -> tuple[Node, ...]:
    items = tuple(Item(item.text, meta=item.meta) for item in node.items)
    title = context.words.text("objectives")
    return (Box("objectives", title, (Bullets(items, role="objectives", meta=node.meta),), meta=node.meta),)


KIND = Kind(
    ("objectives",),
    read,
    lower,
    Objectives,
    """\
:::{objectives}
- {#9.9.O1 bloom=understand} **Explain** why States admit foreign workers.
- {#9.9.O2 bloom=analyse} **Compare** three ways of admitting workers.
:::
""",
    ("objectives",),
)
