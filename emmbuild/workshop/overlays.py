"""Local changes laid over a section: blocks put after, before or instead of one that its id names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from emmbuild.core.nodes import Heading, Node


@dataclass(frozen=True, slots=True)
class Change:
    """`blocks` go `place` (after, before, instead) the block or topic with the id `anchor`; "" = at the end."""

    place: str
    anchor: str
    blocks: tuple[Node, ...]


def laid_over(
    blocks: Sequence[Node], changes: Sequence[Change], whole: Callable[[Node], bool]
) -> tuple[tuple[Node, ...], tuple[Change, ...]]:
    """The section's blocks with the changes made, and the changes that found no place.

    `whole(block)`: it belongs to the section rather than to its last topic (key messages, resources …).
    """
    made, lost = list(blocks), []
    for change in changes:
        first = _found(made, change.anchor)
        if change.anchor and first is None:
            lost.append(change)
            continue
        start, end = _extent(made, first, whole)
        if change.place == "before":
            made[start:start] = change.blocks
        elif change.place == "instead":
            made[start:end] = change.blocks
        else:
            made[end:end] = change.blocks
    return tuple(made), tuple(lost)


def _found(blocks: Sequence[Node], anchor: str) -> int | None:
    return next((place for place, block in enumerate(blocks) if anchor and _named(block, anchor)), None)


def _named(block: Node, anchor: str) -> bool:
    """Topics may be named with or without their section ("2.6/agreements", "agreements")."""
    return bool(block.meta.id) and anchor in (block.meta.id, block.meta.id.rsplit("/", 1)[-1])


def _extent(blocks: Sequence[Node], first: int | None, whole: Callable[[Node], bool]) -> tuple[int, int]:
    """From where to where a block or topic reaches; of no block: the end of the running text."""
    if first is None:
        last_topic = max((n for n, block in enumerate(blocks) if _is_topic(block)), default=0)
        end = _extent(blocks, last_topic, whole)[1] if blocks else 0
        return end, end
    if not _is_topic(blocks[first]):
        return first, first + 1
    later = range(first + 1, len(blocks))
    return first, next((n for n in later if _is_topic(blocks[n]) or whole(blocks[n])), len(blocks))


def _is_topic(block: Node) -> bool:
    return isinstance(block, Heading) and block.level == 1
