"""What a deck is before it is bytes: slides with words in slots, and the stage they must fit on.

Only values stand here. Lengths are EMU (914 400 to the inch), sizes points.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from emmbuild.core.diagnostics import NOWHERE, Diagnostic, Span
from emmbuild.core.edition import Language
from emmbuild.core.nodes import Figure

POINT = 12700
NUMBER_MARGIN = 457200


class Run(NamedTuple):
    """Words set alike. `ltr`: all of it reads from left to right, whatever stands around it.

    Runs and paragraphs are named tuples: a deck has thousands, and frozen dataclasses take three times as long to make.
    """

    text: str
    bold: bool = False
    italic: bool = False
    mono: bool = False
    href: str = ""
    ltr: bool = False


class Para(NamedTuple):
    """A paragraph. `mark`: "" (none), "style" (what the layout gives), number or letter.

    `role`: body, label (a small heading that stays with what follows) or stem (a question).
    """

    runs: tuple[Run, ...]
    language: Language
    mark: str = "style"
    level: int = 0
    role: str = "body"
    start: int = 1

    @property
    def plain(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Frame:
    x: int
    y: int
    w: int
    h: int


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of paragraphs is set: size in points, margins in EMU, spacing as a part of the line."""

    size: float
    margin: int = 0
    indent: int = 0
    before: float = 0.0
    spacing: float = 1.0
    bold: bool = False
    align: str = "l"


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """A place for words on a layout. `kind` and `index` are those of its placeholder.

    A slot is itself only (no equality by value), so that what is worked out for it can be kept.
    """

    name: str
    kind: str
    index: int
    frame: Frame
    levels: tuple[Level, ...]
    insets: tuple[int, int, int, int] = (0, 0, 0, 0)

    @property
    def width(self) -> float:
        """Room for words, in points."""
        return (self.frame.w - self.insets[0] - self.insets[2]) / POINT

    @property
    def height(self) -> float:
        return (self.frame.h - self.insets[1] - self.insets[3]) / POINT


@dataclass(frozen=True, slots=True)
class Layout:
    role: str
    slots: dict[str, Slot]


@dataclass(frozen=True, slots=True)
class Stage:
    """What the template offers: layouts by role, and the families that set headings and text."""

    layouts: dict[str, Layout]
    heading: str
    body: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it stands on one slide; widths and heights in EMU, `size` in points."""

    header: tuple[Para, ...]
    rows: tuple[tuple[Para, ...], ...]
    widths: tuple[int, ...] = ()
    heights: tuple[int, ...] = ()
    size: float = 20.0
    weights: tuple[float, ...] = ()
    first_column: bool = False
    inset: int = 60960


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart: names along its axis, and series of one value for each. `kind`: bar, line or pie."""

    kind: str
    corner: Para
    names: tuple[Para, ...]
    series: tuple[tuple[Para, tuple[float, ...]], ...]
    percent: bool = False

    @property
    def words(self) -> tuple[Para, ...]:
        return (*self.names, *(name for name, _ in self.series))


@dataclass(frozen=True, slots=True)
class Strip:
    """Where we are: short names of stops, the place of the present one, and the same in words ("2 of 6: Fair pay")."""

    stops: tuple[str, ...]
    now: int
    about: str


@dataclass(frozen=True, slots=True)
class Filled:
    """Words in a slot. `sizes` by level in points, or empty where the layout's own sizes stand."""

    paras: tuple[Para, ...]
    sizes: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class DeckSlide:
    """One slide. `key` is the same in every language; of a block that needs two slides this is `part` 1 or 2.

    A `hidden` slide is a backup "if time allows": in the file and in the sorter, left out of the show.
    """

    key: str
    layout: str
    slots: dict[str, Filled]
    notes: tuple[Para, ...] = ()
    grid: Grid | None = None
    figure: Figure | None = None
    part: int = 1
    parts: int = 1
    hidden: bool = False
    chart: Chart | None = None
    strip: Strip | None = None

    @property
    def title(self) -> str:
        return "".join(para.plain for para in self.slots["title"].paras)

    @property
    def surface(self) -> str:
        """All words that the room sees."""
        cells = [cell for row in (self.grid.header, *self.grid.rows) for cell in row] if self.grid else []
        cells += self.chart.words if self.chart else ()
        return "\n".join(para.plain for para in (*(p for s in self.slots.values() for p in s.paras), *cells))


@dataclass(frozen=True, slots=True)
class Deck:
    """`groups`: sections of PowerPoint's slide sorter, each a name with the number of its slides."""

    title: str
    subject: str
    language: Language
    footer: Para
    slides: tuple[DeckSlide, ...]
    groups: tuple[tuple[str, int], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(slots=True)
class Draft:
    """A slide before it is fitted; the planner adds to its notes while it walks on. `said` begins the notes.

    A `common` title is made of words that every section uses ("Learning objectives").
    """

    key: str
    layout: str
    title: Para
    slots: dict[str, tuple[Para, ...]] = field(default_factory=dict)
    notes: list[Para] = field(default_factory=list)
    said: list[Para] = field(default_factory=list)
    grid: Grid | None = None
    figure: Figure | None = None
    span: Span = NOWHERE
    group: str = ""
    chart: Chart | None = None
    hidden: bool = False
    strip: Strip | None = None
    common: bool = False
