"""Terms of a document: where each is defined and first used in a topic. The index of terms is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from emmbuild.core.nodes import Definition
from emmbuild.core.text import Text


@dataclass(slots=True)
class Terms:
    """The terms of a selection and the bookmarks found for each so far, the definition's first."""

    known: dict[str, Text] = field(default_factory=dict)
    marks: dict[str, list[str]] = field(default_factory=dict)
    _pattern: re.Pattern[str] | None = None
    _seen: set[str] = field(default_factory=set)

    def learn(self, definitions: Iterable[Definition]) -> None:
        """Take the terms in; longer ones are looked for first."""
        for node in definitions:
            self.known.setdefault(_folded(node.term.plain), node.term)
        names = sorted(filter(None, self.known), key=len, reverse=True)
        self._pattern = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, names))})(?!\w)") if names else None

    def new_topic(self) -> None:
        """In each topic the first use of a term counts."""
        self._seen.clear()

    def defined(self, term: Text, bookmark: str) -> None:
        self.marks.setdefault(_folded(term.plain), []).insert(0, bookmark)
        self._seen.add(_folded(term.plain))

    def used_in(self, text: Text) -> Iterator[str]:
        """The terms that a paragraph uses for the first time in its topic."""
        if self._pattern is None:
            return
        words = _folded(text.plain)
        unseen = [name for name in self.known if name not in self._seen and name in words]
        if not unseen:  # much quicker than the pattern
            return
        for name in dict.fromkeys(self._pattern.findall(words)):
            if name not in self._seen:
                self._seen.add(name)
                yield name

    def used(self, name: str, bookmark: str) -> None:
        self.marks.setdefault(name, []).append(bookmark)


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
