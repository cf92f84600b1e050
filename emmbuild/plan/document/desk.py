"""What the planner of one document keeps in mind: counters, names used so far, words to hand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from zlib import crc32

from emmbuild.core import sorting
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Definition, Meta, Node
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.core.walk import nodes
from emmbuild.plan.document.leads import leads_of
from emmbuild.plan.document.model import Target
from emmbuild.plan.document.terms import Terms

_UNSAFE = re.compile(r"\W+", re.ASCII)
_LONGEST = 40  # letters of a bookmark that Word takes


@dataclass(slots=True)
class Desk:
    """What the planner counts while it goes through the sections of a document, one after the other.

    `edition` is the section at hand; `depth` how many levels its topics stand below the top (0, or 1 under the
    section's own heading); `told` are the notes (`id()`) that a table of steps holds already,
    `definitions` and `texts` those of all sections.
    """

    edition: Edition
    depth: int = 0
    figures: int = 0
    tables: int = 0
    heads: int = 0
    questions: int = 0
    level: int = 0
    inside: str = ""
    marks: set[str] = field(default_factory=set)
    told: set[int] = field(default_factory=set)
    targets: dict[str, Target] = field(default_factory=dict)
    terms: Terms = field(default_factory=Terms)
    definitions: tuple[Definition, ...] = ()
    texts: tuple[Text, ...] = ()
    leads: re.Pattern[str] = field(init=False)
    _walked: tuple[object, list[Node]] = (None, [])

    def __post_init__(self) -> None:
        self.leads = leads_of(self.edition.words)

    def nodes(self) -> list[Node]:
        """Every node of the section at hand, in the order of reading."""
        if self._walked[0] is not self.edition.section:
            self._walked = (self.edition.section, list(nodes(self.edition.section.blocks)))
        return self._walked[1]

    @property
    def facilitator(self) -> bool:
        return self.edition.audience == "facilitator"

    def words(self, key: str, **values: object) -> Text:
        return self.edition.words.text(f"paper.{key}", **values)

    def bookmark(self, meta: Meta, kind: str, name: str = "") -> str:
        """A name Word accepts, used once: letters, digits and underscores, 40 at most. It hangs on the id alone, so that
        a block has the same name in the workbook and in the guide; what has no id may have a `name` in its section."""
        self.heads += 1
        made = self.name_of(meta, kind, name) or f"{kind}_{self.heads}"
        if made in self.marks:
            made = f"{made[:32]}_{self.heads}"
        self.marks.add(made)
        return made

    def name_of(self, meta: Meta, kind: str, name: str = "") -> str:
        """The bookmark that a block with an id or a name has, in whatever document of its section; else ""."""
        known = meta.id or (f"{self.edition.section.id}/{name}" if name else "")
        made = f"{kind}_{_UNSAFE.sub('_', known)}" if known else ""
        return f"{made[:30]}_{crc32(made.encode()):08x}" if len(made) > _LONGEST else made

    def target(self, meta: Meta, bookmark: str, shown: Text, *, counted: bool = False) -> str:
        """Remember what references to the block show; the bookmark comes back."""
        if meta.id:
            self.targets.setdefault(meta.id, Target(bookmark, shown, counted))
        return bookmark

    def sorted_by(self, words: str) -> sorting.Key:
        """The order of the document's language."""
        return sorting.key(self.edition.language.formats.sorting, words)


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
