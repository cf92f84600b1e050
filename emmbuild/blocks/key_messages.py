"""Key messages: what to take home."""

from __future__ import annotations

from dataclasses import dataclass

from emmbuild.core.nodes import Box, Bullets, Item, Node
from emmbuild.core.syntax import Fence, Kind, LowerContext, ReadContext


@dataclass(frozen=True, slots=True)
class KeyMessages(Node):
    items: tuple[Item, ...]


def read(fence: Fence, context: ReadContext) -> KeyMessages:
    lists = [child for child in context.blocks(fence.children) if isinstance(child, Bullets)]
    return KeyMessages(tuple(item for listed in lists for item in listed.items), meta=context.meta(fence))


def lower(node: KeyMessages, context: LowerContext) -> tuple[Node, ...]:
    children = (Bullets(node.items, role="messages"),)
    return (Box("messages", context.words.text("key-messages"), children, meta=node.meta),)


KIND = Kind(
    ("key-messages",),
    read,
    lower,
    KeyMessages,
    """\
:::{key-messages}
- {#9.9.M1} Labour migration is managed best when the ministry of labour is in the room.
:::
""",
    ("key-messages",),
)
