"""The texts of a section and its language packs: which folder's PO holds what, and the translated tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from emmbuild.core import walk
from emmbuild.core.nodes import Footnote, FrontMatter, Library, Node, Section
from emmbuild.core.text import Text
from emmbuild.localize import catalogs, identity
from emmbuild.readers.inline import inlines

T = TypeVar("T")
_inlines = cache(inlines)


def component_of(file: str) -> str:
    """The folder whose `i18n/` holds the translations of `file`: the section's or the exercises' folder."""
    parts = file.split("/")[:-1]
    return "/".join(parts[:-1] if parts[-1:] == ["media"] else parts)


def by_component(tree: object) -> dict[str, list[Text]]:
    """The translatable texts of a tree by folder, in the order in which they stand in their files."""
    found: dict[str, dict[tuple[str, int, int], Text]] = {}
    for text in walk.texts(tree):
        if identity.translatable(text) and text.span.file:
            at = (text.span.file, text.span.line, text.span.col)
            found.setdefault(component_of(text.span.file), {}).setdefault(at, text)
    return {name: [texts[at] for at in sorted(texts, key=_reading_order)] for name, texts in sorted(found.items())}


def _reading_order(at: tuple[str, int, int]) -> tuple[bool, tuple[str, int, int]]:
    """Running text first, then the words in drawings."""
    return "/media/" in at[0], at


def identified(tree: T, root: Path, prefix: str) -> T:
    """The tree with an id on every translatable text."""
    names: dict[tuple[str, int, int], str] = {}
    for component, texts in by_component(tree).items():
        registry = catalogs.read(root / component / "i18n" / catalogs.REGISTRY)
        known = [identity.Known(id_, unit.source) for id_, unit in registry.units.items()]
        own = f"{prefix}/x-" if component.startswith("exercises/") else f"{prefix}/"
        for text, name in zip(texts, identity.assign(texts, known, own), strict=True):
            names[(text.span.file, text.span.line, text.span.col)] = name

    def named(text: Text) -> Text:
        name = names.get((text.span.file, text.span.line, text.span.col))
        return replace(text, id=name) if name and not text.id else text

    return walk.map_texts(tree, named)


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a tree is translated, in texts and in source words."""

    texts: int = 0
    words: int = 0
    translated: int = 0
    translated_words: int = 0
    stale: int = 0


def translations(root: Path, components: Iterable[str], language: str) -> dict[str, catalogs.Unit]:
    """Every unit of one language in the given folders, by id."""
    units: dict[str, catalogs.Unit] = {}
    for component in components:
        units.update(catalogs.read(root / component / "i18n" / f"{language}.po").units)
    return units


def localized(tree: T, units: dict[str, catalogs.Unit], language: str, source_language: str) -> tuple[T, Coverage]:
    """The tree in `language`. What is not translated stays in the source language and says so in `Text.lang`."""
    if language == source_language:
        return tree, Coverage()
    counts = [0, 0, 0, 0, 0]

    def change(text: Text) -> Text:
        if not identity.translatable(text):
            return text
        words = len(text.source.split())
        counts[0] += 1
        counts[1] += words
        unit = units.get(text.id)
        if unit is None or not unit.target:
            return replace(text, lang=source_language)
        counts[2] += 1
        counts[3] += words
        counts[4] += unit.source != text.source or unit.fuzzy
        return replace(text, source=unit.target, inlines=_inlines(unit.target))

    return walk.map_texts(tree, change), Coverage(*counts)


SectionTree = tuple[FrontMatter, tuple[Node, ...], tuple[Footnote, ...], tuple[Node, ...]]


def section_tree(section: Section, exercises: dict[str, Node]) -> SectionTree:
    """Everything of a section that translators translate, drawn or not."""
    return (section.front, section.blocks, section.footnotes, tuple(exercises.values()))


def library_tree(library: Library) -> tuple[object, ...]:
    return (library.title, tuple(volume.title for volume in library.volumes), tuple(library.titles.values()))
