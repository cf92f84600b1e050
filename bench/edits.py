"""Makes a course's texts and edits of them whose truth is known: what each new text comes from.

Prose is drawn from a Zipf-like vocabulary with real function words, so that two different paragraphs share about as
many words as real ones do. No text has an id of its own: identity must be found by alignment.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

SMALL = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "is",
    "that",
    "for",
    "it",
    "as",
    "with",
    "on",
    "by",
    "are",
    "be",
    "this",
    "which",
    "or",
    "from",
    "at",
    "not",
    "an",
    "have",
    "can",
    "their",
    "who",
]
_SYLLABLES = [
    "ba",
    "co",
    "di",
    "fu",
    "ga",
    "hi",
    "jo",
    "ku",
    "la",
    "mi",
    "no",
    "pu",
    "ra",
    "si",
    "to",
    "vu",
    "wa",
    "ze",
    "mar",
    "ten",
    "lin",
    "por",
    "sal",
]


def vocabulary(chance: random.Random, size: int = 6000) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < size:
        found["".join(chance.choice(_SYLLABLES) for _ in range(chance.choice((2, 2, 3, 3, 4))))] = None
    return list(found)


@dataclass(frozen=True, slots=True)
class Edit:
    """`origin`: new place → old place; `kind`: old place → what was done to it."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    origin: dict[int, int]
    kind: dict[int, str]


class Author:
    """Writes and edits; the same seed gives the same work."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = vocabulary(self.chance)
        self.weights = [1 / (rank + 8) for rank in range(len(self.words))]

    def word(self) -> str:
        if self.chance.random() < 0.42:
            return self.chance.choice(SMALL)
        return self.chance.choices(self.words, self.weights)[0]

    def text(self) -> str:
        count = self.chance.choice((4, 6, 8, 12, 18, 25, 40, 60))
        said = " ".join(self.word() for _ in range(count))
        return said[0].upper() + said[1:] + "."

    def changed(self, text: str, share: float) -> str:
        words = text.split()
        for place in self.chance.sample(range(len(words)), max(1, round(share * len(words)))):
            while (new := self.word()) == words[place].strip(".").casefold():  # a capital is no edit of words
                pass
            words[place] = new
        return " ".join(words)

    def work(self, units: int) -> Edit:
        """A course of `units` texts and one large revision of it."""
        old = [self.text() for _ in range(units)]
        for place in self.chance.sample(range(units), units // 40):  # 2.5 % stand more than once
            old[place] = old[self.chance.randrange(units)]
        rows: list[tuple[str, int | None]] = []
        kinds: dict[int, str] = {}
        shares = {"light": 0.06, "medium": 0.2, "heavy": 0.6}
        for place, text in enumerate(old):
            draw = self.chance.random()
            kind = "light" if draw < 0.09 else "medium" if draw < 0.15 else "heavy" if draw < 0.19 else "same"
            kind = "deleted" if draw > 0.945 else kind
            kinds[place] = kind
            if kind != "deleted":
                rows.append((self.changed(text, shares[kind]) if kind in shares else text, place))
            if self.chance.random() < 0.05:
                rows.append((self.text(), None))
        for _ in range(units // 100):  # moves, edited ones too
            rows.insert(self.chance.randrange(len(rows)), rows.pop(self.chance.randrange(len(rows))))
        origin = {new: place for new, (_, place) in enumerate(rows) if place is not None}
        return Edit(tuple(old), tuple(text for text, _ in rows), origin, kinds)
