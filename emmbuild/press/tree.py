"""The structure tree of a tagged PDF (ISO 32000-1, 14.7), walked and built."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def elements(kids: Any) -> Iterator[Any]:
    """The structure elements below, parents first."""
    for kid in listed(kids):
        if hasattr(kid, "get") and "/S" in kid:
            yield kid
            yield from elements(kid.get("/K"))


def listed(kids: Any) -> list[Any]:
    kids = kids.get_object() if kids is not None else []
    return [kid.get_object() for kid in kids] if isinstance(kids, list) else [kids]


def is_tagged(element: Any, tag: str) -> bool:
    return hasattr(element, "get") and element.get("/S") == tag


def dictionary(entries: dict[str, Any]) -> Any:
    from pypdf.generic import DictionaryObject, NameObject

    return DictionaryObject({NameObject(name): value for name, value in entries.items()})
