"""Walking and rebuilding trees of frozen dataclasses without knowing their kinds.

The one place that looks into nodes by reflection, so that new block kinds need no code of their own
to be translated, filtered or searched.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast

from emmbuild.core.nodes import Node
from emmbuild.core.text import Text

T = TypeVar("T")
_LEAVES = (str, int, float, bool, bytes, frozenset, dict, type(None))
_EMPTY: tuple[Any, ...] = ()  # there is only one
_Steps = tuple[bool, bool, tuple[str, ...]]


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    """Fields of a kind of node that may lead on; none for texts and for what is no dataclass."""
    if not is_dataclass(kind) or kind is Text:
        return ()
    return tuple(f.name for f in fields(cast(Any, kind)) if f.name not in ("meta", "span", "inlines"))


def nodes(tree: Any) -> Iterator[Node]:
    """Every node in the tree, parents first, in the order of reading."""
    return iter(_Search(Node).of(tree))


def texts(tree: Any) -> Iterator[Text]:
    """Every `Text` in the tree, in the order of reading."""
    return iter(_Search(Text).of(tree))


def texts_and(kind: type[Node], tree: Any, without: type[Node]) -> list[Any]:
    """Every `Text` and node of a kind, in the order of reading, in one walk; nothing in nodes of the kind `without`."""
    return _Search((Text, kind), without).of(tree)


@cache
class _Search:
    """Looks for parts of some kinds, and learns once what to do at each type of part: trees are deep, and documents walk
    them often. Nothing in nodes of the kind `without` is found."""

    __slots__ = ("known", "wanted", "without")

    def __init__(self, wanted: type | tuple[type, ...], without: type[Node] | None = None) -> None:
        self.wanted, self.without = wanted, without
        self.known: dict[type, _Steps] = {}

    def of(self, tree: Any) -> list[Any]:
        found: list[Any] = []
        self._gather(tree, found)
        return found

    def _gather(self, tree: Any, found: list[Any]) -> None:
        kind = type(tree)
        taken, many, names = self.known.get(kind) or self._learnt(kind)
        if taken:
            found.append(tree)
        if many:
            for child in tree:
                self._gather(child, found)
        for name in names:
            child = getattr(tree, name)
            if child.__class__ is not str and child is not _EMPTY and child is not None:  # most are
                self._gather(child, found)

    def _learnt(self, kind: type) -> _Steps:
        closed = issubclass(kind, _LEAVES) or (self.without is not None and issubclass(kind, self.without))
        names = () if closed else _names(cast(Hashable, kind))
        self.known[kind] = (issubclass(kind, self.wanted), issubclass(kind, tuple), names)
        return self.known[kind]


def _rebuilt(tree: Any, step: Callable[[Any], Any]) -> Any:
    """The tree with `step` done to its children; itself where that changes nothing."""
    if isinstance(tree, tuple):
        new = tuple(step(child) for child in tree)
        return new if any(a is not b for a, b in zip(new, tree, strict=True)) else tree
    changes = {}
    for name in _names(cast(Hashable, type(tree))):
        old = getattr(tree, name)
        new = step(old)
        if new is not old:
            changes[name] = new
    return replace(tree, **changes) if changes else tree


def map_texts(tree: T, change: Callable[[Text], Text]) -> T:
    """The same tree with every `Text` replaced by `change(text)`; unchanged parts are shared."""

    def step(part: Any) -> Any:
        return change(part) if isinstance(part, Text) else _rebuilt(part, step)

    return cast(T, step(tree))


def map_nodes(tree: T, change: Callable[[Node], Node]) -> T:
    """The same tree with every node replaced by `change(node)`, children before parents."""

    def step(part: Any) -> Any:
        if isinstance(part, Text):
            return part
        new = _rebuilt(part, step)
        return change(new) if isinstance(new, Node) else new

    return cast(T, step(tree))


def keep(tree: T, wanted: Callable[[Node], bool]) -> T:
    """The tree without the nodes that are not `wanted`; a node goes with all that is in it."""

    def step(part: Any) -> Any:
        if isinstance(part, Text):
            return part
        if isinstance(part, tuple) and not all(wanted(child) for child in part if isinstance(child, Node)):
            part = tuple(child for child in part if not isinstance(child, Node) or wanted(child))
        return _rebuilt(part, step)

    return cast(T, step(tree))
