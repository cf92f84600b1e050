"""Text with its inline parts: what a translator translates and a writer sets.

No markup is parsed here; readers make `Text`, writers walk `Text.inlines`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from emmbuild.core.diagnostics import NOWHERE, Span

_GAP = re.compile(r" +(?=[.,;)\u060c\u061b]|$)")  # what a citation leaves behind: "text [@key]." is "text."


@dataclass(frozen=True, slots=True)
class Plain:
    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Emph:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class FootnoteRef:
    """A mark that points to `Section.footnotes[label]`."""

    label: str


@dataclass(frozen=True, slots=True)
class Cite:
    """A citation of a work in the bibliography; `place` is "para. 4", "EP 5" or empty."""

    key: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


Inline = Plain | Strong | Emph | Code | Link | FootnoteRef | Cite | Break


@dataclass(frozen=True, slots=True)
class Text:
    """One translatable unit: a paragraph, an item, a heading, a cell, a caption.

    `source` is the Markdown of the unit (what the language packs hold), `id` its stable name,
    `lang` the language it is really in ("" = the language of the document it stands in).
    `literal` text is data (a number, a path): it is shown but never offered to translators.
    """

    source: str
    inlines: tuple[Inline, ...] = ()
    span: Span = NOWHERE
    id: str = ""
    lang: str = ""
    literal: bool = False

    def __bool__(self) -> bool:
        return bool(self.source) and not self.source.isspace()

    @property
    def plain(self) -> str:
        """The words alone, without marks, footnotes and citations."""
        if len(self.inlines) == 1 and isinstance(self.inlines[0], Plain):
            return self.inlines[0].text
        words = "".join(_plain(self.inlines))
        return _GAP.sub("", words) if any(isinstance(part, Cite) for part in self.inlines) else words


@lru_cache(maxsize=4096)
def words_of(text: str, lang: str = "") -> Text:
    """A `Text` without markup: for words the tool adds and for plain data."""
    return Text(text, (Plain(text),) if text else (), lang=lang, literal=True)


EMPTY = Text("")


def _plain(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Plain(text) | Code(text):
                yield text
            case Strong(children) | Emph(children) | Link(_, children):
                yield from _plain(children)
            case Break():
                yield " "


def inlines_of(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Every inline part, parents before children."""
    for inline in inlines:
        yield inline
        if isinstance(inline, Strong | Emph | Link):
            yield from inlines_of(inline.children)
