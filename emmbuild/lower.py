"""Rich blocks → core blocks, for one reader: the tree that planners and writers get."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from emmbuild import registry
from emmbuild.core import walk
from emmbuild.core.edition import Words
from emmbuild.core.nodes import Bullets, Heading, Item, Node, Notes, Section
from emmbuild.core.syntax import Kind
from emmbuild.core.text import Text, words_of


@cache
def _kinds() -> dict[type[Node], Kind]:
    return {kind.node: kind for kind in registry.found("emmbuild.blocks", "KIND").values()}


@dataclass(frozen=True, slots=True)
class _Lowering:
    """What block kinds may ask (`LowerContext`)."""

    reader: str
    keyed: bool
    words: Words
    titles: dict[str, Text]

    def lower(self, children: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(core for child in children for core in self.one(child))

    def one(self, node: Node) -> tuple[Node, ...]:
        kind = _kinds().get(type(node))
        if kind is not None:
            return kind.lower(node, self)
        if isinstance(node, Bullets):
            return (replace(node, items=tuple(self.item(item) for item in node.items)),)
        if isinstance(node, Heading) and not node.meta.id:
            return (replace(node, meta=replace(node.meta, id=node.text.id)),)
        return (node,)

    def item(self, item: Item) -> Item:
        return replace(item, children=self.lower(item.children)) if item.children else item

    def section_title(self, section_id: str) -> Text:
        title = self.titles.get(section_id)
        if title is None:
            return words_of(section_id)
        return replace(words_of(f"{section_id} {title.plain}"), lang=title.lang)


def visible(node: Node, reader: str) -> bool:
    """Whether the reader gets the node: facilitators also get what participants get."""
    readers = node.meta.readers
    return not readers or reader in readers or (reader == "facilitator" and "participant" in readers)


def lowered(section: Section, reader: str, keyed: bool, words: Words, titles: dict[str, Text]) -> Section:
    """The section as `reader` gets it, in core blocks. Answers stay only where `keyed`."""
    chosen = walk.keep(section.blocks, lambda node: visible(node, reader))
    blocks = _Lowering(reader, keyed, words, titles).lower(chosen)
    if reader != "facilitator":
        leaks = [node for node in walk.nodes(blocks) if isinstance(node, Notes)]
        assert not leaks, f"a facilitator note in a {reader}'s tree: {leaks[0].meta.span}"
    return replace(section, blocks=blocks)
