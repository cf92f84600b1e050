"""What artefacts on paper have in common: a sheet with its running title, small pieces, times and rooms in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import time
from zlib import crc32

from emmbuild.artefacts.shape import NONE, Copies, File, Kit, Paper
from emmbuild.core.edition import Edition, Words
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.plan.document.model import Cover, Document, Entry, Grid, Head, Listing, Para, Part, Piece
from emmbuild.render.xlsx import Tab, workbook
from emmbuild.workshop.completing import all_objectives
from emmbuild.workshop.model import Day, Session

BLANK = words_of("")


def sheet(
    kit: Kit,
    code: str,
    path: str,
    title: Text,
    pieces: Iterable[Piece],
    *,
    audience: str = "participant",
    formats: tuple[str, ...] = ("docx", "pdf"),
    copies: Copies = NONE,
    form: bool = False,
    large: bool = False,
    landscape: bool = False,
    edition: Edition | None = None,
) -> Paper:
    """A document of a few pages without cover and contents. Its first piece should be a `Head`.

    The foot of each page names the workshop, the language and the version. `edition`: that of a section whose
    blocks stand in the pieces, for its footnotes.
    """
    own = kit.edition(code, audience)
    front = own.section.front
    mark = words_of(f"{kit.workshop.id} · {code} · {front.version}")
    cover = Cover(mark, EMPTY, words_of(kit.workshop.id), front.title, EMPTY, title, ())
    document = Document(
        cover,
        EMPTY,
        (),
        (Part(tuple(pieces), front.title),),
        edition=title,
        subject=front.title.plain,
        title=f"{title.plain} – {front.title.plain}",
        footnotes=(edition or own).section.footnotes,
        sheet=True,
        form=form,
        large=large,
        landscape=landscape,
    )
    return Paper(path, document, edition or own, formats, copies)


def head(text: Text, level: int = 1, bookmark: str = "", **more: object) -> Head:
    """A heading; the bookmark must differ from every other in the document."""
    return Head(level, text, bookmark or f"h_{crc32(text.plain.encode()):08x}", **more)  # type: ignore[arg-type]


def lead(text: Text) -> Para:
    return Para(text, "lead", keep=True)


def grid(header: Sequence[Text], rows: Iterable[Sequence[Text]], weights: Sequence[float] = (), role: str = "data") -> Grid:
    return Grid(tuple(header), tuple(tuple(row) for row in rows), role=role, weights=tuple(weights))


def clock(words: Words, minutes: int) -> str:
    """A time of day as the language writes it."""
    return words.time(time(minutes // 60 % 24, minutes % 60))


def hours(words: Words, session: Session) -> str:
    """ "09:00–10:30"."""
    first, last = session.start, session.end
    return words.time_range(time(first // 60 % 24, first % 60), time(last // 60 % 24, last % 60))


def day_title(kit: Kit, day: Day, code: str) -> Text:
    """ "Day 1 · Tuesday 13 April 2027"."""
    words = kit.words(code)
    number = words("workshop.day", number=day.number)
    return words_of(f"{number} · {words.date(day.date, weekday=True)}" if day.date else number)


def room_name(kit: Kit, name: str, code: str) -> Text:
    """The label of a room; where the recipe has no label for it, its id."""
    room = kit.workshop.room(name)
    return room.label.text(code, kit.workshop.languages.source) if room and room.label else words_of(name)


def where(kit: Kit, session: Session, code: str) -> Text:
    """Where a session is: its room, the groups' rooms, or the plenary."""
    if session.kind == "breakout":
        return kit.words(code).text("workshop.group-rooms")
    if session.kind in ("break", "lunch", "prayer", "buffer"):
        return BLANK
    return room_name(kit, session.room or "plenary", code)


def language_names(kit: Kit, codes: Iterable[str], code: str) -> str:
    """Names of languages in the reader's language: "English, French and Arabic"."""
    words = kit.words(code)
    return words.join([words(f"language.{name}") if f"language.{name}" in words.entries else name for name in codes])


def code_text(name: str) -> Text:
    """An id such as 2.6.TA1, which must not turn round among letters from right to left."""
    return words_of(f"\u200e{name}")


def table_file(kit: Kit, code: str, path: str, title: Text, table: Grid) -> File:
    """A table of a paper as a workbook of its own, to sort and to copy from."""
    rows = [[cell.plain for cell in row] for row in table.rows]
    tab = Tab(title.plain, [cell.plain for cell in table.header], rows, rtl=kit.languages[code].rtl)
    return File(f"{path}.xlsx", workbook([tab], title.plain), code)


def where_and_when(kit: Kit, code: str) -> Text:
    """ "Training Centre, Tunis · 13–14 April 2027"."""
    event, words = kit.workshop.event, kit.words(code)
    source = kit.workshop.languages.source
    places = [said.text(code, source).plain for said in (event.venue, event.city) if said]
    when = words.date_range(event.dates[0], event.dates[-1]) if event.dates else ""
    return words_of(" · ".join(part for part in (words("paper.list_comma").join(places), when) if part))


def purposes(kit: Kit, code: str) -> Listing | None:
    """The purposes of the event as a numbered list."""
    workshop = kit.workshop
    entries = tuple(Entry(said.text(code, workshop.languages.source)) for said in workshop.purposes)
    return Listing(entries, ordered=True) if entries else None


def objectives(kit: Kit, code: str) -> Iterator[Piece]:
    """The objectives of the workshop under the title of the section that each belongs to."""
    by_section: dict[str, list[str]] = {}
    for name in all_objectives(kit.workshop, kit.scene.shelf):
        by_section.setdefault(name.rsplit(".", 1)[0], []).append(name)
    for section, names in by_section.items():
        yield Para(section_title(kit, section, code), "label", keep=True)
        yield Listing(tuple(Entry(kit.objective(name, code)) for name in names))


def section_title(kit: Kit, section: str, code: str) -> Text:
    """ "2.6 Migration and Labour"."""
    title = kit.title(section, code)
    return replace(words_of(f"{section} {title.plain}"), lang=title.lang)


def said(text: Text, lang: str = "") -> Text:
    return replace(text, lang=lang) if lang else text
