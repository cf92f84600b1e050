"""What one document collects while it is written: relationships, footnotes, lists, pictures, ids."""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import quote

from emmbuild.core.edition import Edition, Language
from emmbuild.core.nodes import Footnote, Picture
from emmbuild.core.text import Text
from emmbuild.plan.document.model import Document
from emmbuild.render.xml import attr

TEXT_WIDTH = 9412  # twips between the margins of the page (themes' styles use the same width)
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SAFE = "%/:=&?~#+!$,;'@()*[]"


@dataclass(slots=True)
class Links:
    """The relationships of one part. `fixed` come first and keep their ids."""

    entries: list[str] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)

    def add(self, kind: str, target: str, *, outside: bool = False) -> str:
        """The id of the relationship to `target`, made once."""
        if target in self.known:
            return self.known[target]
        name = f"rId{len(self.entries) + 1}"
        mode = ' TargetMode="External"' if outside else ""
        self.entries.append(f'<Relationship Id="{name}" Type="{_REL}/{kind}" Target="{attr(target)}"{mode}/>')
        self.known[target] = name
        return name

    def web(self, address: str) -> str:
        return self.add("hyperlink", quote(address, safe=_SAFE), outside=True)


@dataclass(slots=True)
class Book:
    edition: Edition
    document: Document
    links: Links = field(default_factory=Links)
    note_links: Links = field(default_factory=Links)
    notes: list[Footnote] = field(default_factory=list)
    lists: int = 2  # numbers 1 and 2 are the template's bullets and numbers
    drawings: int = 0
    marks: int = 0
    media: dict[str, Picture] = field(default_factory=dict)
    in_notes: bool = False
    language: Language = field(init=False)
    rtl: bool = field(init=False)

    def __post_init__(self) -> None:
        self.language, self.rtl = self.edition.language, self.edition.language.rtl

    @property
    def form(self) -> bool:
        return self.document.form

    @property
    def large(self) -> bool:
        return self.document.large

    def page(self, bookmark: str) -> str:
        """The page that a bookmark was found on when the document was laid out, or ""."""
        found = self.edition.places.pages.get(bookmark)
        return str(found) if found else ""

    def language_of(self, text: Text) -> Language:
        return self.edition.language_of(text) if text.lang else self.language

    def shade(self, role: str) -> str:
        """Cell shading in a colour of the theme: LibreOffice ignores that of a whole table style."""
        slot = "light2" if role == "light" else "accent1"
        fill = self.edition.theme.colours[role].lstrip("#").upper()
        themed = "" if self.edition.theme.keeps_paper else f' w:themeFill="{slot}"'
        return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"{themed}/>'

    def link(self, address: str) -> str:
        return (self.note_links if self.in_notes else self.links).web(address)

    def note(self, label: str) -> int:
        """The number of a new footnote with the text of `label`, or 0 where there can be none."""
        note = next((note for note in self.document.footnotes if note.label == label), None)
        if note is None or self.in_notes:
            return 0
        self.notes.append(note)
        return len(self.notes)

    def next_list(self) -> int:
        self.lists += 1
        return self.lists

    def next_drawing(self) -> int:
        self.drawings += 1
        return self.drawings

    def next_mark(self) -> int:
        self.marks += 1
        return self.marks

    def picture(self, picture: Picture) -> str:
        """The relationship to a picture; the same picture is stored once."""
        ending = "jpeg" if picture.kind in ("jpg", "jpeg") else picture.kind
        same = next((name for name, known in self.media.items() if known.data == picture.data), None)
        name = same or f"media/image{len(self.media) + 1}.{ending}"
        self.media[name] = picture
        return self.links.add("image", name)
