"""What a workshop has to know of the sections and loose blocks that it uses: ids, minutes, objectives."""

from __future__ import annotations

from dataclasses import dataclass

from emmbuild.core.text import Text


@dataclass(frozen=True, slots=True)
class Topic:
    """A heading of the first level; `minutes` of input, `words` that participants read or hear."""

    id: str
    text: Text
    minutes: int
    priority: str
    objectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A case, worksheet, practical application or activity. `kind`: case, group, personal, application, activity.

    `steps`: minutes of each step in the short version; `long` = minutes of the long version, or 0.
    """

    id: str
    title: Text
    kind: str
    minutes: int
    long: int = 0
    priority: str = "must"
    objectives: tuple[str, ...] = ()
    roles: int = 0
    report: int = 0


@dataclass(frozen=True, slots=True)
class TestItem:
    """An item of the pre- and post-test (`form` A or B) or of the knowledge check (`form` "")."""

    id: str
    objectives: tuple[str, ...]
    form: str
    kind: str
    points: int = 1


@dataclass(frozen=True, slots=True)
class SectionFacts:
    id: str
    title: Text
    version: str
    status: str
    minutes: dict[str, int]
    objectives: dict[str, Text]
    topics: tuple[Topic, ...]
    parts: dict[str, Part]
    items: tuple[TestItem, ...]
    prerequisites: tuple[str, ...] = ()
    blocks: frozenset[str] = frozenset()

    def sheets(self, kind: str) -> tuple[Part, ...]:
        return tuple(part for part in self.parts.values() if part.kind == kind)


@dataclass(frozen=True, slots=True)
class Translated:
    """How far a part of the library is in one language, in texts: all, translated, reviewed, stale."""

    texts: int = 0
    translated: int = 0
    reviewed: int = 0
    stale: int = 0

    @property
    def per_cent(self) -> int:
        return 100 * self.translated // self.texts if self.texts else 100

    @property
    def per_cent_reviewed(self) -> int:
        return 100 * self.reviewed // self.texts if self.texts else 100


@dataclass(frozen=True, slots=True)
class Shelf:
    """The library as a workshop sees it. `loose`: blocks of the collections by id; `titles` of all its sections."""

    sections: dict[str, SectionFacts]
    loose: dict[str, Part]
    titles: dict[str, Text]
    translated: dict[tuple[str, str], Translated]
