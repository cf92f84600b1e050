"""Words that people typed into a recipe, in one language or several."""

from __future__ import annotations

from dataclasses import dataclass, field

from emmbuild.core.diagnostics import NOWHERE, Span
from emmbuild.core.text import EMPTY, Text, words_of


@dataclass(frozen=True, slots=True)
class Said:
    """Words from the recipe, by language code; under "" stand words that were typed without a language."""

    by_language: dict[str, str] = field(default_factory=dict)
    span: Span = NOWHERE

    def __bool__(self) -> bool:
        return any(self.by_language.values())

    def text(self, language: str, source: str) -> Text:
        """The words in `language`; where they lack, those of the source language, marked as such."""
        if words := self.by_language.get(language):
            return words_of(words)
        for code in (source, "", *self.by_language):
            if words := self.by_language.get(code):
                return words_of(words, "" if language == (code or source) else (code or source))
        return EMPTY

    @property
    def plain(self) -> str:
        return next((words for words in self.by_language.values() if words), "")


NOTHING = Said()
