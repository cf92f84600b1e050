"""The texts of a section and its language packs: which folder's PO holds what, and the translated tree."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from emmbuild.core import walk
from emmbuild.core.edition import family
from emmbuild.core.nodes import Footnote, FrontMatter, Library, Node, Section
from emmbuild.core.text import Text
from emmbuild.localize import catalogs, identity
from emmbuild.localize.states import State, Unit, state_of
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
class Policy:
    """What a build may show. A text below `least` (a state) or older than its source is shown as `fallback` says:
    "stale" (the old translation), "source" (the source language, marked as such) or "fail" (nothing is built).
    A release fails for anything missing, stale, faulty or below `least`."""

    least: State = State.DRAFT
    fallback: str = "stale"
    release: bool = False


DEFAULT = Policy()


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a tree is translated, in texts and in source words. `refused`: texts that the policy forbids to
    show as they are, by id."""

    texts: int = 0
    words: int = 0
    translated: int = 0
    translated_words: int = 0
    stale: int = 0
    refused: tuple[str, ...] = ()


def translations(root: Path, components: Iterable[str], language: str) -> dict[str, Unit]:
    """Every unit of one language in the given folders, by id. A variant (fr-CA) holds only what differs: the rest is
    what its language (fr) says."""
    units: dict[str, Unit] = {}
    for component in components:
        for code in family(language):
            found = catalogs.read(root / component / "i18n" / f"{code}.po").units
            units.update({name: unit for name, unit in found.items() if unit.target or name not in units})
    return units


def localized(
    tree: T, units: dict[str, Unit], language: str, source_language: str, policy: Policy = DEFAULT
) -> tuple[T, Coverage]:
    """The tree in `language`. What is not translated stays in the source language and says so in `Text.lang`."""
    if language == source_language:
        return tree, Coverage()
    counts = [0, 0, 0, 0, 0]
    refused: list[str] = []

    def change(text: Text) -> Text:
        if not identity.translatable(text):
            return text
        words = len(text.source.split())
        counts[0] += 1
        counts[1] += words
        unit = units.get(text.id)
        state = state_of(unit, text.source)
        low = state is not State.STALE and state.rank < policy.least.rank
        if low or state is State.STALE:
            if policy.release or policy.fallback == "fail":
                refused.append(text.id)
            if unit is None or not unit.target or low or policy.fallback == "source":
                return replace(text, lang=source_language)
        assert unit is not None
        counts[2] += 1
        counts[3] += words
        counts[4] += state is State.STALE
        return replace(text, source=unit.target, inlines=_inlines(unit.target))

    found = walk.map_texts(tree, change)
    return found, Coverage(counts[0], counts[1], counts[2], counts[3], counts[4], tuple(dict.fromkeys(refused)))


SectionTree = tuple[FrontMatter, tuple[Node, ...], tuple[Footnote, ...], tuple[Node, ...]]


def section_tree(section: Section, exercises: dict[str, Node]) -> SectionTree:
    """Everything of a section that translators translate, drawn or not."""
    return (section.front, section.blocks, section.footnotes, tuple(exercises.values()))


def library_tree(library: Library) -> tuple[object, ...]:
    return (library.title, tuple(volume.title for volume in library.volumes), tuple(library.titles.values()))
