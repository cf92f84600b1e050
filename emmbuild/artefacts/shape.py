"""The shape of an artefact, of what it makes, and of the kit that it is made from. No artefact stands here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from emmbuild.core.diagnostics import Diagnostic
from emmbuild.core.edition import Bundle, Edition, Language, Theme, Words
from emmbuild.core.nodes import Node, Question
from emmbuild.core.text import Text
from emmbuild.plan.deck.book import Book
from emmbuild.plan.document import Opening
from emmbuild.plan.document.model import Document
from emmbuild.workshop.model import Session, Workshop
from emmbuild.workshop.rules import Scene

FOLDERS = ("trainers", "participants", "lms", "interpreters", "print", "usb", "private")


class Kit(Protocol):
    """What artefacts may ask. Languages are codes; texts come back in the language asked for, or marked as fallen back."""

    @property
    def scene(self) -> Scene: ...

    @property
    def workshop(self) -> Workshop: ...

    @property
    def languages(self) -> dict[str, Language]: ...

    @property
    def theme(self) -> Theme: ...

    def words(self, code: str) -> Words:
        """The words of the tool."""
        ...

    def edition(self, code: str, audience: str = "participant") -> Edition:
        """An edition of the workshop itself, without blocks: what `word_file` wants beside a document."""
        ...

    def section(self, section: str, code: str, audience: str = "participant", keyed: bool = False) -> Edition:
        """A section as the workshop uses it (depth, objectives, cases, overlays), lowered for the audience."""
        ...

    def loose(self, names: Iterable[str], code: str, audience: str = "participant") -> tuple[Node, ...]:
        """Loose blocks of the collections by id (`iamm/cu/1`, `activity/recap-quiz`), lowered for the audience."""
        ...

    def items(self, form: str, code: str, keyed: bool = False) -> tuple[Question, ...]:
        """The items of form A or B of the test for the workshop's objectives, at most the recipe's number for each."""
        ...

    def title(self, section: str, code: str) -> Text:
        """A section's title, or the focus that the recipe gives it."""
        ...

    def called(self, session: Session, code: str) -> Text:
        """What a session is called: its title, or one made from its kind and section."""
        ...

    def findings(self) -> tuple[Diagnostic, ...]:
        """What the checks find in the workshop, waived warnings left out."""
        ...

    def objective(self, name: str, code: str) -> Text:
        """The text of an objective ("2.6.O1")."""
        ...


@dataclass(frozen=True, slots=True)
class Copies:
    """How an output is printed. `count` 0 = not at all. `paper`: A4, A3, A6 …; `binding`: "", staple, spiral, cut."""

    count: int = 0
    colour: bool = False
    duplex: bool = True
    binding: str = ""
    paper: str = "A4"
    box: str = ""


NONE = Copies()


@dataclass(frozen=True, slots=True)
class Paper:
    """A printed document: `path` without ending, below the workshop's folder; `formats`: docx, pdf."""

    path: str
    document: Document
    edition: Edition
    formats: tuple[str, ...] = ("docx", "pdf")
    copies: Copies = NONE


@dataclass(frozen=True, slots=True)
class File:
    """Any other file, with its bytes. `pdf` asks for a PDF beside it (for .docx and .pptx)."""

    path: str
    data: bytes
    language: str = ""
    pdf: bool = False
    copies: Copies = NONE


@dataclass(frozen=True, slots=True)
class Deck:
    """A slide deck: `path` without ending; `pdf` asks for a PDF beside it; `day`: the deck of a whole day, whose slide
    numbers guides name."""

    path: str
    book: Book
    pdf: bool = False
    day: bool = False
    copies: Copies = NONE


@dataclass(frozen=True, slots=True)
class Handout:
    """The slides of a deck on paper, as a PDF only: three to a page."""

    path: str
    book: Book
    copies: Copies = NONE


@dataclass(frozen=True, slots=True)
class Package:
    """An LMS package of one or several sections: `kind` is a format that binds (scorm12, scorm2004, cmi5)."""

    path: str
    bundle: Bundle
    kind: str


@dataclass(frozen=True, slots=True)
class Written:
    """An edition as one of the formats for sections writes it (`kind`: html, answer-key …)."""

    path: str
    edition: Edition
    kind: str


@dataclass(frozen=True, slots=True)
class Volume:
    """A workbook or guide of several sections. Its page and slide numbers are worked out when all of its language are
    known: a guide names slides of the day's deck and pages of the workbook."""

    path: str
    editions: tuple[Edition, ...]
    opening: Opening
    formats: tuple[str, ...] = ("docx", "pdf")
    copies: Copies = NONE


Output = Volume | Paper | File | Deck | Handout | Package | Written


@dataclass(frozen=True, slots=True)
class Made:
    """An output that has been written. `pages` of PDF files; `source`: the artefact that made it; `title` as people
    would say it, where the output has one."""

    path: str
    data: bytes
    kind: str
    language: str
    audience: str
    source: str
    pages: int = 0
    copies: Copies = NONE
    title: str = ""


@dataclass(frozen=True, slots=True)
class Artefact:
    """One thing that a workshop needs. `languages`: working (one for each working language), source (the team's) or
    once (one for all, language "").

    `audience`: participant, facilitator, interpreter, admin or private (personal data: only ever below `private/`).
    `wanted`: whether this workshop has it at all. `last` makes it after everything else: it gets what was made.
    """

    name: str
    title: str
    folder: str
    audience: str
    make: Callable[[Kit, str], Iterable[Output]] | None = None
    last: Callable[[Kit, tuple[Made, ...]], Iterable[Output]] | None = None
    languages: str = "working"
    wanted: Callable[[Workshop], bool] = lambda workshop: True

    def path(self, name: str, code: str = "", part: str = "") -> str:
        """ "participants/fr/agenda-fr" (no ending), ASCII."""
        parts = [part for part in (name, part, code) if part]
        return "/".join(piece for piece in (self.folder, code, "-".join(parts)) if piece)
