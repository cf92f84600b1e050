"""What a printed document is made of: pieces in the order of reading, decided by the planner.

Every number, letter and label stands here already, in the reader's language; a writer only sets them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from emmbuild.core.nodes import Figure, Footnote
from emmbuild.core.text import EMPTY, Text


@dataclass(frozen=True, slots=True)
class Head:
    """A heading of the outline; `level` counts from 1. `bookmark` is unique in the document.

    `facts` is a short line under it ("15 min · must"), for facilitators.
    """

    level: int
    text: Text
    bookmark: str
    kicker: Text = EMPTY
    facts: Text = EMPTY
    new_page: bool = False


class Para(NamedTuple):  # there are hundreds in a document, and a named tuple is made three times as fast
    """A paragraph. `style`: body, lead, source, label, subhead, mark (a coloured label), question, choice,
    term, work, transition; on signs and cards sign (one huge letter), sign-line, sign-note, tent-name, card-name,
    card-title, card-note. `label` stands before the text at a tab ("A", "O1"); `box` puts an empty tick box first.
    `keep` = on the same page as what follows. `rest` is set after a bold `text` (glossary terms). `marks` are bookmarks
    on it.
    """

    text: Text
    style: str = "body"
    label: Text = EMPTY
    box: bool = False
    keep: bool = False
    rest: Text = EMPTY
    marks: tuple[str, ...] = ()


class Entry(NamedTuple):
    """One item of a list; a `label` replaces its bullet or number, a `source` (a work, in the language it is in)
    stands before its text; `mark` is a bookmark on it."""

    text: Text
    source: Text = EMPTY
    label: Text = EMPTY
    pieces: tuple[Piece, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    entries: tuple[Entry, ...]
    ordered: bool = False
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Caption:
    """`label` is "Figure 3"; `kind` (figure, table) names the sequence that Word counts in."""

    kind: str
    number: int
    label: Text
    text: Text
    bookmark: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a header row. `role`: data, schedule, fill (rows for writing), match (ticks and letters),
    timing, steps (what a facilitator does), facts (labels with values), strip (how long each step takes), flip (what to
    draw on a flip chart), register (rows to tick or to sign), plan (ruled; `tinted` rows, by place, stand back). The last
    `totals` rows are set in bold. `keep` = on the same page as what follows. `field` is the stable name of a table to
    write in; its empty cells are fields."""

    header: tuple[Text, ...]
    rows: tuple[tuple[Text, ...], ...]
    caption: Caption | None = None
    role: str = "data"
    weights: tuple[float, ...] = ()
    totals: int = 0
    keep: bool = False
    field: str = ""
    tinted: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Illustration:
    figure: Figure
    caption: Caption | None = None


@dataclass(frozen=True, slots=True)
class Panel:
    """A box, with a title band where it has a title. `role`: that of the core box, or note, key, definition. `mark` is a
    bookmark on it."""

    role: str
    title: Text
    pieces: tuple[Piece, ...]
    kicker: Text = EMPTY
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Quotation:
    pieces: tuple[Piece, ...]
    by: Text = EMPTY


@dataclass(frozen=True, slots=True)
class Lines:
    """Ruled lines to write on. `field` is the stable name of the field, or empty."""

    count: int
    label: Text = EMPTY
    field: str = ""


@dataclass(frozen=True, slots=True)
class Blanks:
    """The head of a sheet: labels, each with room to write or `choices` to pick from, and the name of the field."""

    entries: tuple[Blank, ...]


@dataclass(frozen=True, slots=True)
class Blank:
    label: Text
    field: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """The end of a boxed part, where running text goes on below it."""


@dataclass(frozen=True, slots=True)
class Cards:
    """Cards to cut out, row by row; `height` in millimetres.

    Cards of a `tent` stand in pairs, turned so that their heads meet at the fold between them.
    """

    cards: tuple[tuple[Piece, ...], ...]
    columns: int
    height: int
    tent: bool = False


@dataclass(frozen=True, slots=True)
class Indexed:
    """An entry of the index of terms: the bookmarks where the term is defined (first) and used. `letter` opens a group."""

    term: Text
    marks: tuple[str, ...]
    letter: str = ""


Piece = Head | Para | Listing | Grid | Illustration | Panel | Quotation | Lines | Blanks | Rule | Cards | Indexed


@dataclass(frozen=True, slots=True)
class Cover:
    library: Text
    volume: Text
    code: Text
    title: Text
    summary: Text
    edition: Text
    facts: tuple[tuple[Text, Text], ...]
    blanks: tuple[Text, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """Pieces that begin on a new page, with a running title of their own. `odd`: on a right-hand page when printed on both
    sides."""

    pieces: tuple[Piece, ...]
    running: Text
    odd: bool = False
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Target:
    """What a reference by id points at: a bookmark, and the words for it. `counted`: the words are a number that Word keeps
    in that bookmark."""

    bookmark: str
    shown: Text
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `outline` is what the contents page lists; each part has a running title.
    `targets`: id → what references to it show.

    A `sheet` has neither cover nor contents: it begins with its title. A `form` has fields that a program can fill
    and read; `title` is the file's title in its properties. `large` sets everything in large print; `landscape` turns
    the pages of a sheet.
    """

    cover: Cover
    contents: Text
    outline: tuple[Head, ...]
    parts: tuple[Part, ...]
    edition: Text
    subject: str
    footnotes: tuple[Footnote, ...] = ()
    targets: dict[str, Target] = field(default_factory=dict)
    title: str = ""
    sheet: bool = False
    form: bool = False
    large: bool = False
    landscape: bool = False

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The pieces of all parts in the order of reading."""
        return tuple(piece for part in self.parts for piece in part.pieces)
