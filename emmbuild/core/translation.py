"""What a check of translations looks at: a source, its translation, and what the language asks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from emmbuild.core.edition import Language


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary in one language. One of `allowed` is wanted where `source` stands; none of `forbidden`
    may stand, `unless` the source says one of these words (a text about the wrong word)."""

    source: str
    allowed: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Space:
    """The lines that words take on a slide at its usual size, and how many of them a room reads at a glance; and the
    lines at the smallest size, and how many of those there are room for (0: as many as it takes)."""

    lines: int
    good: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation, both in Markdown. `space`: what they take of a slide, source first, where they stand on
    one. `hands`: who translated and who reviewed, where the ledger knows."""

    id: str
    source: str
    target: str
    language: Language
    terms: tuple[Term, ...] = ()
    space: tuple[Space, Space] | None = None
    hands: tuple[str, str] = ("", "")

    @property
    def wordless(self) -> bool:
        """Whether the source is made of references and addresses only."""
        return not any(char.isalpha() for char in _REFERENCE.sub("", self.source))


_REFERENCE = re.compile(r"\[@[^\]]*\]|\[\^[^\]]*\]|https?://\S+|`[^`]*`")
