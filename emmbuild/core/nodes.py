"""The closed set of core blocks that every format understands, and the base of all blocks.

Rich blocks (`emmbuild/blocks/`) are an open set; each lowers itself into these. Writers know only
what stands here.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from emmbuild.core.diagnostics import NOWHERE, Span
from emmbuild.core.drawing import Drawing
from emmbuild.core.text import EMPTY, Text

READERS = ("participant", "facilitator", "self-study")
VOLUMES = ("sections", "chapters", "presentations")
CHARTS = ("bar", "line", "pie")
PRIORITIES = ("must", "should", "could")


@dataclass(frozen=True, slots=True)
class Meta:
    """What every block may carry. `readers` empty = everybody; `minutes` and `long` are whole minutes."""

    id: str = ""
    span: Span = NOWHERE
    readers: frozenset[str] = frozenset()
    priority: str = "must"
    minutes: int = 0
    objectives: tuple[str, ...] = ()


NO_META = Meta()


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    meta: Meta = NO_META


@dataclass(frozen=True, slots=True)
class Heading(Node):
    """`level` 1 is a topic of the section (slides, screens and minutes hang on it)."""

    level: int
    text: Text


@dataclass(frozen=True, slots=True)
class Paragraph(Node):
    """`role`: body, lead, source (a credit or reference line), label (a small heading in a box)."""

    text: Text
    role: str = "body"


@dataclass(frozen=True, slots=True)
class Item(Node):
    text: Text
    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Bullets(Node):
    """A list. `role`: plain, objectives, questions, messages, steps, resources, points, links."""

    items: tuple[Item, ...]
    ordered: bool = False
    role: str = "plain"


@dataclass(frozen=True, slots=True)
class Row(Node):
    cells: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Table(Node):
    """A table with a header row. `fill` = empty cells are for writing by hand, rows are tall.

    `role`: data or schedule (a table of steps with minutes). `weights` = relative column widths, or empty.
    `chart`: the kind of chart that a slide shows instead, or ""; `credit` stands under it (elsewhere in a paragraph below).
    """

    header: tuple[Text, ...]
    rows: tuple[Row, ...]
    caption: Text = EMPTY
    fill: bool = False
    role: str = "data"
    weights: tuple[float, ...] = ()
    chart: str = ""
    credit: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture, re-encoded by the reader: no metadata left. Size in pixels."""

    path: str
    data: bytes
    kind: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Figure(Node):
    """A drawing or a picture (one of the two). An empty `alt` means decorative."""

    alt: Text
    caption: Text = EMPTY
    credit: Text = EMPTY
    drawing: Drawing | None = None
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Quote(Node):
    children: tuple[Node, ...]
    by: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Definition(Node):
    """A term with its meaning; glossaries collect these. `variants`: what single countries call it; once lowered, that
    stands in the meaning."""

    term: Text
    children: tuple[Node, ...]
    source: Text = EMPTY
    variants: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Box(Node):
    """Blocks that belong together under a title, set apart from running text.

    `role`: objectives, guiding, messages, case, application, worksheet, resources, links, check, extract.
    `kicker` is the word above the title ("Case study"); either may be empty. `kind` of a worksheet: group (collected),
    personal (kept) or activity.
    """

    role: str
    title: Text
    children: tuple[Node, ...]
    kicker: Text = EMPTY
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Notes(Node):
    """For the facilitator only: never in a participant's file, in a deck only in the speaker notes.

    `role`: note (what to say and do), key (an answer key), points (expected answers).
    """

    children: tuple[Node, ...]
    role: str = "note"
    title: Text = EMPTY


@dataclass(frozen=True, slots=True)
class WriteSpace(Node):
    """Room to write by hand: a label and `lines` ruled lines. `meta.id` names the field."""

    label: Text
    lines: int = 3


@dataclass(frozen=True, slots=True)
class Slide(Node):
    """What the deck shows at this place. Only decks use it.

    `layout`: bullets, two-columns, big-number, statement, process. `columns` = one or two groups of blocks, each
    with an optional heading.
    """

    title: Text
    layout: str
    columns: tuple[tuple[Text, tuple[Node, ...]], ...]


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose. `id` is one of a-z, 0-9. `correct` and `feedback` are empty when keys are withheld."""

    id: str
    text: Text
    correct: bool = False
    feedback: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Pair:
    """Matching: `left` belongs with `right`. Writers show the right side in the order of `Question.shuffle`."""

    id: str
    left: Text
    right: Text
    feedback: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Question(Node):
    """One item of a knowledge check.

    `kind`: single, multiple, true-false, matching, ordering, fill-in, numeric. Only the fields of the kind are
    used: `options` (single, multiple, true-false; ordering, listed in the right order), `pairs` (matching),
    `answers` (fill-in: accepted answers; numeric: one number), `tolerance` (numeric). `shuffle` is the order, by
    place, in which ordering options and the right sides of pairs are shown. With `keyed` false nothing in the node
    tells the answer: flags, feedback, answers and rationale are gone and ordering options stand in shown order.
    `form`: A or B for items of the pre- and post-test, "" for those of the knowledge check.
    """

    kind: str
    stem: tuple[Node, ...]
    options: tuple[Option, ...] = ()
    pairs: tuple[Pair, ...] = ()
    answers: Text = EMPTY
    tolerance: float = 0.0
    correct_feedback: Text = EMPTY
    incorrect_feedback: Text = EMPTY
    rationale: Text = EMPTY
    points: int = 1
    form: str = ""
    shuffle: tuple[int, ...] = ()
    keyed: bool = True


CORE = (
    Heading,
    Paragraph,
    Bullets,
    Table,
    Figure,
    Quote,
    Definition,
    Box,
    Notes,
    WriteSpace,
    Slide,
    Question,
)


@dataclass(frozen=True, slots=True)
class Work:
    """An entry of the bibliography."""

    key: str
    author: str
    title: str
    year: str
    kind: str = ""
    extra: str = ""
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above a section's text; minutes by depth, in whole minutes."""

    id: str
    title: Text
    volume: str
    summary: Text = EMPTY
    version: str = "1.0.0"
    status: str = "draft"
    reviewed: str = ""
    minutes: dict[str, int] = field(default_factory=dict)
    mastery: int = 80
    certificate: bool = True
    level: str = "foundation"
    audience: tuple[str, ...] = ()
    prerequisites: tuple[str, ...] = ()
    interlinkages: tuple[str, ...] = ()
    tags: dict[str, tuple[str, ...]] = field(default_factory=dict)
    span: Span = NOWHERE
    spans: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Footnote:
    label: str
    text: Text
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its front matter and its blocks, exercises drawn in, in the order of reading."""

    front: FrontMatter
    blocks: tuple[Node, ...]
    footnotes: tuple[Footnote, ...] = ()
    file: str = ""
    files: tuple[str, ...] = ()
    lang: str = "en"

    @property
    def id(self) -> str:
        return self.front.id


@dataclass(frozen=True, slots=True)
class Volume:
    """`kind`: sections, chapters or presentations; `introduction`: the id of what stands before its sections, or ""."""

    id: str
    title: Text
    folder: str
    sections: tuple[str, ...]
    kind: str = "sections"
    introduction: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Ids of everything in it, in the order of reading."""
        return (self.introduction, *self.sections) if self.introduction else self.sections


@dataclass(frozen=True, slots=True)
class Library:
    """Volumes in order, and what is shared by all sections."""

    id: str
    title: Text
    source_language: str
    volumes: tuple[Volume, ...]
    works: dict[str, Work] = field(default_factory=dict)
    titles: dict[str, Text] = field(default_factory=dict)

    def volume_of(self, section_id: str) -> Volume | None:
        return next((volume for volume in self.volumes if section_id in volume.parts), None)
