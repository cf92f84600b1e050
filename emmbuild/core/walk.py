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


@cache
def _names(kind: Hashable) -> tuple[str, ...]:
    """Fields of a kind of node that may lead on; none for texts and for what is no dataclass."""
    if not is_dataclass(kind) or kind is Text:
        return ()
    return tuple(f.name for f in fields(cast(Any, kind)) if f.name not in ("meta", "span", "inlines"))


def nodes(tree: Any) -> Iterator[Node]:
    """Every node in the tree, parents first, in the order of reading."""
    found: list[Node] = []
    _gather(tree, Node, found, None)
    return iter(found)


def texts(tree: Any) -> Iterator[Text]:
    """Every `Text` in the tree, in the order of reading."""
    found: list[Text] = []
    _gather(tree, Text, found, None)
    return iter(found)


def texts_and(kind: type[Node], tree: Any, without: type[Node]) -> list[Any]:
    """Every `Text` and node of a kind, in the order of reading, in one walk; nothing in nodes of the kind `without`."""
    found: list[Any] = []
    _gather(tree, (Text, kind), found, without)
    return found


def _gather(tree: Any, kind: type | tuple[type, ...], found: list[Any], without: type[Node] | None) -> None:
    """Lists, not generators in generators: trees are deep, and documents walk them often."""
    if isinstance(tree, kind):
        found.append(tree)
    if isinstance(tree, tuple):
        for child in tree:
            if not isinstance(child, _LEAVES):
                _gather(child, kind, found, without)
    elif without is None or not isinstance(tree, without):
        for name in _names(cast(Hashable, type(tree))):
            child = getattr(tree, name)
            if not isinstance(child, _LEAVES):
                _gather(child, kind, found, without)


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
