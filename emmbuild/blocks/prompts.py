"""Prompts for a group: a checklist to assess one's own country, and questions for discussion."""

from __future__ import annotations

from dataclasses import dataclass, replace

from emmbuild.core.nodes import Bullets, Node, Paragraph
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext


@dataclass(frozen=True, slots=True)
class Prompts(Node):
    """`kind`: checklist or discussion."""

    kind: str
    children: tuple[Node, ...]


def read(fence: Fence, context: ReadContext) -> Prompts:
    return Prompts(fence.name, context.blocks(fence.children), meta=context.meta(fence))


def lower(node: Prompts, context: LowerContext) -> tuple[Node, ...]:
    role = "questions" if node.kind == "discussion" else "checklist"
    children = (replace(c, role=role) if isinstance(c, Bullets) else c for c in context.lower(node.children))
    return (Paragraph(context.words.text(node.kind), "label"), *children)


KIND = Kind(
    ("checklist", "discussion"),
    read,
    lower,
    Prompts,
    """\
:::{checklist}
- Does a law say who may work, and where can it be read?
:::
""",
    ("checklist", "discussion"),
)
