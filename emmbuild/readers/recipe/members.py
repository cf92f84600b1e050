"""Edits of a recipe by name: of a member of the team, a session, a part; the rest stays as somebody typed it."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.readers import yamls
from emmbuild.readers.recipe.editing import spliced, with_key
from emmbuild.readers.recipe.editing import with_part as with_block
from emmbuild.readers.yamls import Mapping, Scalar, Sequence, Tree


def with_member(text: str, member: str, key: str, value: str) -> str | None:
    """The recipe with `key: value` set for one member of its team; None where the text has no such member."""
    return _named(text, _items(_root(text), "team"), member, key, value)


def with_session(text: str, session: str, key: str, value: str) -> str | None:
    """The recipe with `key: value` set for one session of its agenda; None where the text has no such session."""
    days = _items(_root(text), "agenda")
    return _named(text, (one for day in days for one in _items(day, "sessions")), session, key, value)


def with_part(text: str, part: str, key: str, value: str) -> str:
    """The recipe with `key: value` set in one of its parts (`groups`), which is added where it stands in the template."""
    found = _entry(_root(text), part)
    if isinstance(found, Mapping) and found.entries:
        return _set(text, found, key, value)
    return with_block(text, part, f"{part}: {{{key}: {value}}}\n")


def _named(text: str, items: Iterator[Tree], name: str, key: str, value: str) -> str | None:
    for item in items:
        named = _entry(item, "id")
        if isinstance(item, Mapping) and isinstance(named, Scalar) and named.text == name:
            return _set(text, item, key, value)
    return None


def _set(text: str, mapping: Mapping, key: str, value: str) -> str:
    old = mapping.entries.get(key)
    return spliced(text, [(old.span, value)]) if old is not None else with_key(text, mapping.span, key, value)


def _root(text: str) -> Tree | None:
    return yamls.load(text, "")[0]


def _entry(tree: Tree | None, key: str) -> Tree | None:
    return tree.entries.get(key) if isinstance(tree, Mapping) else None


def _items(tree: Tree | None, key: str) -> Iterator[Tree]:
    found = _entry(tree, key)
    yield from found.items if isinstance(found, Sequence) else ()
