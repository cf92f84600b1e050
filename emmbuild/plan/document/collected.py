"""What the groups wrote, side by side: one table for a worksheet, as values for CSV and as a document for Word."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass, replace

from emmbuild.core.edition import Edition
from emmbuild.core.nodes import NO_META
from emmbuild.core.text import EMPTY, Break, Inline, Plain, Text, words_of
from emmbuild.plan.document.desk import Desk
from emmbuild.plan.document.matter import cover
from emmbuild.plan.document.model import Document, Grid, Head, Part, Piece

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\0")


@dataclass(frozen=True, slots=True)
class Line:
    """One field: its name, the table or question it stands in, what it asks, and each group's answer."""

    field: str
    heading: str
    asked: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Collection:
    """The answers to one worksheet. `groups` name the columns."""

    title: str
    groups: tuple[str, ...]
    lines: tuple[Line, ...]


def csv_file(collections: Iterable[Collection]) -> bytes:
    """UTF-8 with the mark that Excel needs. A cell that a spreadsheet would run gets an apostrophe (CWE-1236)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for number, found in enumerate(collections):
        if number:
            writer.writerow([])
        writer.writerow([_safe(word) for word in ("field", found.title, "", *found.groups)])
        for line in found.lines:
            writer.writerow([_safe(word) for word in (line.field, line.heading, line.asked, *line.answers)])
    return out.getvalue().encode("utf-8-sig")


def _safe(word: str) -> str:
    return f"'{word}" if word.startswith(_FORMULA) else word


def document(collections: Iterable[Collection], edition: Edition) -> Document:
    """A table for each worksheet, for the facilitator to show or to print."""
    desk, words = Desk(edition), edition.words
    pieces: list[Piece] = []
    for found in collections:
        pieces.append(Head(1, words_of(found.title), desk.bookmark(NO_META, "sheet"), new_page=bool(pieces)))
        names = (words.text("paper.group_named", name=name) if len(name) < 3 else words_of(name) for name in found.groups)
        header = (desk.words("question"), *names)
        for heading in dict.fromkeys(line.heading for line in found.lines):
            lines = [line for line in found.lines if line.heading == heading]
            if heading:
                pieces.append(Head(2, words_of(heading), desk.bookmark(NO_META, "part")))
            rows = tuple((words_of(line.asked), *(_broken(answer) for answer in line.answers)) for line in lines)
            pieces.append(Grid(header, rows, weights=(2.0, *(3.0 for _ in found.groups))))
    kind = desk.words("collected")
    running = replace(edition.section.front.title, lang=edition.section.front.title.lang)
    title = f"{edition.section.id} – {kind.plain}"
    return Document(cover(edition), EMPTY, (), (Part(tuple(pieces), running),), kind, "", title=title, sheet=True)


def _broken(answer: str) -> Text:
    """An answer with its line breaks."""
    inlines: list[Inline] = []
    for place, line in enumerate(answer.split("\n")):
        inlines += [Break(), Plain(line)] if place else [Plain(line)]
    return Text(answer, tuple(inlines), literal=True) if answer else EMPTY
