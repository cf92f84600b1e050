"""One deck of many sections: the values that a workshop puts it together from, and the slides that belong to no section.

A `Book` has chapters (sections of PowerPoint's slide sorter); a chapter has leaves: `Extra` slides (welcome, agenda,
rooms and groups, dividers) and `Lesson`s, each an edition of a section. Everything is core blocks and `Text`, so extras
are fitted, split and set like any other slide. `emmbuild/writers/pptx/bound.py` writes a book.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from emmbuild.core.diagnostics import Diagnostic
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Figure, Node, Table
from emmbuild.core.text import EMPTY, Text
from emmbuild.plan.deck import shape
from emmbuild.plan.deck.model import DeckSlide, Draft, Para, Stage
from emmbuild.plan.deck.notes import heading, noted
from emmbuild.plan.deck.place import place
from emmbuild.plan.deck.prose import Context


@dataclass(frozen=True, slots=True)
class Extra:
    """A slide that belongs to no section.

    `layout`: content, statement, title, topic (a divider), closing, two-columns or big-number; a `Table` or `Figure` among
    the blocks gets a slide of its own with the same title. `number` stands large on a divider. `stops` and `now` give the
    strip "where we are" of a divider: short names ("1.1", "09:00") and the place of the present one.
    """

    key: str
    title: Text
    blocks: tuple[Node, ...] = ()
    layout: str = "content"
    kicker: Text = EMPTY
    number: Text = EMPTY
    caption: Text = EMPTY
    notes: tuple[Node, ...] = ()
    minutes: int = 0
    stops: tuple[str, ...] = ()
    now: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Lesson:
    """A section in a book: the whole of it, or an edition that holds only the blocks of one session.

    `opening`: with its title slide. `after`: key of one of its slides → extras that follow it ("2.6.W1" → its rooms).
    """

    edition: Edition
    opening: bool = True
    after: dict[str, tuple[Extra, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Chapter:
    name: str
    leaves: tuple[Extra | Lesson, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """`frame` is any edition in the book's language and theme: what extras take their words, colours and fonts from."""

    title: Text
    frame: Edition
    chapters: tuple[Chapter, ...]
    subject: Text = EMPTY
    version: str = ""

    @property
    def lessons(self) -> Iterator[Lesson]:
        return (leaf for chapter in self.chapters for leaf in chapter.leaves if isinstance(leaf, Lesson))


def plan_extra(extra: Extra, frame: Edition, stage: Stage, known: set[str]) -> tuple[list[DeckSlide], list[Diagnostic]]:
    """The slides of an extra. Titles in `known` are taken; the new ones are added."""
    context = Context(frame, stage)
    slides: list[DeckSlide] = []
    said: list[Diagnostic] = []
    for draft in _drafts(extra, context):
        plain, count = draft.title.plain, 1
        while draft.title.plain in known:
            count += 1
            draft.title = context.joined(context.para(extra.title), f" ({context.words.number(count)})")
        known |= {plain, draft.title.plain}
        fitted, problems = place(draft, context)
        slides += fitted
        said += problems
    return slides, said


def _drafts(extra: Extra, context: Context) -> Iterator[Draft]:
    title, kicker = context.para(extra.title), _shown(extra.kicker, context)
    alone = [block for block in extra.blocks if isinstance(block, Table | Figure)]
    notes = [heading(title, extra.minutes, context), *noted(extra.notes, context)]
    body = _paras([block for block in extra.blocks if block not in alone], extra.layout, context)
    made: list[Draft] = []
    if body or not alone:
        slots: dict[str, tuple[Para, ...]] = {"kicker": kicker, "body": tuple(body)}
        slots |= {"number": _shown(extra.number, context), "caption": _shown(extra.caption, context)}
        if extra.layout == "two-columns":
            half = (len(body) + 1) // 2
            slots |= {"body": tuple(body[:half]), "body 2": tuple(body[half:])}
        strip = context.strip_of(extra.stops, extra.now, extra.title.plain)
        made.append(Draft(extra.key, extra.layout, title, slots, strip=strip))
    for number, block in enumerate(alone, 1):
        key = f"{extra.key}/{number}" if made else extra.key
        draft = shape.single(key, block, title, context)
        draft.slots["kicker"] = kicker
        made.append(draft)
    for number, draft in enumerate(made):
        draft.notes = [*(notes if not number else notes[:1]), *draft.said]
        draft.hidden = extra.hidden
        yield draft


def _shown(text: Text, context: Context) -> tuple[Para, ...]:
    return (context.para(text, ""),) if text else ()


def _paras(blocks: Sequence[Node], layout: str, context: Context) -> list[Para]:
    return shape.in_full(blocks, context, "style" if layout in ("content", "two-columns") else "")
