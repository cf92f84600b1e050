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
class Pair:
    """A text and its translation, both in Markdown. `place` says what kind of text it is."""

    id: str
    source: str
    target: str
    language: Language
    terms: tuple[Term, ...] = ()

    @property
    def wordless(self) -> bool:
        """Whether the source is made of references and addresses only."""
        return not any(char.isalpha() for char in _REFERENCE.sub("", self.source))


_REFERENCE = re.compile(r"\[@[^\]]*\]|\[\^[^\]]*\]|https?://\S+|`[^`]*`")
