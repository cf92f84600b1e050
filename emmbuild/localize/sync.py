"""Brings the registries and the language packs up to date with the sources. Pure: returns what to write."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from emmbuild.core.nodes import FrontMatter, Slide
from emmbuild.core.text import Text
from emmbuild.localize import catalogs
from emmbuild.localize.packs import by_component

_SILENT = {"children", "items", "blocks", "cells", "rows", "shapes", "drawing", "columns", "options", "pairs"}


def contexts(tree: Any, label: str = "") -> dict[str, str]:
    """Text id → where the text stands in the tree: "Question › Option.feedback"."""
    found: dict[str, str] = {}
    if isinstance(tree, Text):
        return {tree.id: label} if tree.id else {}
    if isinstance(tree, tuple):
        for child in tree:
            found.update(contexts(child, label))
    elif is_dataclass(tree):
        name = type(tree).__name__
        mine = label if name in ("Item", "Paragraph", "Bullets") and label else f"{label} › {name}" if label else name
        for field in fields(tree):
            value = getattr(tree, field.name)
            if isinstance(value, Text | tuple) or is_dataclass(value):
                part = mine if field.name in _SILENT or field.name == "text" else f"{mine}.{field.name}"
                if isinstance(tree, Slide) and field.name == "columns":
                    part = f"{mine} {tree.layout}"
                if field.name not in ("meta", "span"):
                    found.update(contexts(value, part))
    return found


@dataclass(frozen=True, slots=True)
class Plan:
    """Path (relative to the root) → new content, and the edits that translators would notice."""

    files: dict[str, str]
    edits: tuple[catalogs.Edited, ...]


def files(root: Path, trees: Iterable[object], languages: dict[str, str], add: Iterable[str] = ()) -> dict[str, str]:
    """The new content of every registry and pack; see `plan`."""
    return plan(root, trees, languages, add).files


def plan(
    root: Path,
    trees: Iterable[object],
    languages: dict[str, str],
    add: Iterable[str] = (),
    minor: frozenset[str] = frozenset(),
    limit: catalogs.Limit = lambda place, language: "",
) -> Plan:
    """What is to be written for the registry and every pack of each folder.

    A pack is brought up to date where it exists or where its language is in `add`; `languages` maps a
    code to its gettext plural rule; `limit` says how much room a place has in a language.
    """
    made: dict[str, str] = {}
    edits: list[catalogs.Edited] = []
    for component, entries in entries_of(trees).items():
        folder = f"{component}/i18n"
        made[f"{folder}/{catalogs.REGISTRY}"] = catalogs.registry_text(entries, component)
        for code, plural in languages.items():
            path = root / folder / f"{code}.po"
            if path.is_file() or code in add:
                merged = catalogs.merged(path, entries, component, code, plural, minor, limit)
                made[f"{folder}/{code}.po"] = merged.text
                edits += merged.edits
    return Plan(made, tuple(edits))


def entries_of(trees: Iterable[object]) -> dict[str, list[catalogs.Entry]]:
    """Folder → the entries of its registry, in the order of the sources."""
    texts: dict[str, dict[str, Text]] = {}
    where: dict[tuple[str, str], tuple[str, str]] = {}
    for tree in trees:
        places = contexts(tree)
        first = tree[0] if isinstance(tree, tuple) and tree else None
        section = first.id if isinstance(first, FrontMatter) else ""
        for component, found in by_component(tree).items():
            texts.setdefault(component, {}).update({text.id: text for text in found})
            for text in found:  # where it is written counts, not where it is drawn in
                where.setdefault((component, text.id), (places.get(text.id, ""), section))
    return {
        component: [
            catalogs.Entry(text, where[component, name][0], text.span.file, where[component, name][1])
            for name, text in found.items()
        ]
        for component, found in sorted(texts.items())
    }
