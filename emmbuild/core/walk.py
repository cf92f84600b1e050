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
    return tuple(f.name for f in fields(cast(Any, kind)) if f.name not in ("meta", "span", "inlines"))


def nodes(tree: Any) -> Iterator[Node]:
    """Every node in the tree, parents first, in the order of reading."""
    if isinstance(tree, Node):
        yield tree
    for child in _children(tree):
        yield from nodes(child)


def texts(tree: Any) -> Iterator[Text]:
    """Every `Text` in the tree, in the order of reading."""
    if isinstance(tree, Text):
        yield tree
        return
    for child in _children(tree):
        yield from texts(child)


def _children(tree: Any) -> Iterator[Any]:
    if isinstance(tree, tuple):
        yield from tree
    elif is_dataclass(tree) and not isinstance(tree, Text):
        for name in _names(cast(Hashable, type(tree))):
            value = getattr(tree, name)
            if not isinstance(value, _LEAVES):
                yield value


def _rebuilt(tree: Any, step: Callable[[Any], Any]) -> Any:
    """The tree with `step` done to its children; itself where that changes nothing."""
    if isinstance(tree, tuple):
        new = tuple(step(child) for child in tree)
        return new if any(a is not b for a, b in zip(new, tree, strict=True)) else tree
    if isinstance(tree, _LEAVES) or not is_dataclass(tree):
        return tree
    changes = {}
    for name in _names(cast(Hashable, type(tree))):
        old = getattr(tree, name)
        new = step(old)
        if new is not old:
            changes[name] = new
    return replace(tree, **changes) if changes else tree  # type: ignore[type-var]


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
