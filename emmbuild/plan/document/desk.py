"""What the planner of one document keeps in mind: counters, names used so far, words to hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Meta
from emmbuild.core.text import EMPTY, Text, words_of

_UNSAFE = re.compile(r"\W+", re.ASCII)


@dataclass(slots=True)
class Desk:
    """What the planner counts while it goes through one section."""

    edition: Edition
    figures: int = 0
    tables: int = 0
    heads: int = 0
    questions: int = 0
    level: int = 0
    inside: str = ""
    marks: set[str] = field(default_factory=set)

    @property
    def facilitator(self) -> bool:
        return self.edition.audience == "facilitator"

    def words(self, key: str, **values: object) -> Text:
        return self.edition.words.text(f"paper.{key}", **values)

    def bookmark(self, meta: Meta, kind: str) -> str:
        """A name Word accepts: letters, digits and underscores, 40 at most, used once."""
        self.heads += 1
        name = f"{kind}_{_UNSAFE.sub('_', meta.id)}"[:36] if meta.id else f"{kind}_{self.heads}"
        if name in self.marks:
            name = f"{name[:32]}_{self.heads}"
        self.marks.add(name)
        return name


def facts(meta: Meta, desk: Desk) -> Text:
    """Minutes, priority and objectives of a topic in one line; only facilitators see it."""
    if not desk.facilitator:
        return EMPTY
    words = desk.edition.words
    parts = [words.minutes(meta.minutes)] if meta.minutes else []
    parts += [words(f"paper.{meta.priority}")] if meta.minutes else []
    parts += [words("paper.list_comma").join(short_id(name) for name in meta.objectives)] if meta.objectives else []
    return words_of("  ·  ".join(parts))


def short_id(name: str) -> str:
    """ "2.6.O1" → "O1"."""
    return name.rsplit(".", 1)[-1]
