"""Answer keys for facilitators: the questions of each section, what to expect of its worksheets, both test forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import head, section_title, sheet
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Box, Notes
from emmbuild.core.text import EMPTY
from emmbuild.core.walk import nodes
from emmbuild.plan.document import sheets as exercises
from emmbuild.plan.document.blocks import pieces_of
from emmbuild.plan.document.desk import Desk
from emmbuild.plan.document.model import Head, Piece

FORMS = ("A", "B")


def make(kit: Kit, code: str) -> Iterator[Output]:
    words = kit.words(code)
    for chosen in kit.workshop.content.sections:
        if chosen.section in kit.scene.shelf.sections:
            edition = kit.section(chosen.section, code, "facilitator", keyed=True)
            pieces = (*_expected(edition), *_questions(edition))
            if pieces:
                title = section_title(kit, chosen.section, code)
                whole = (head(title, bookmark="top"), *pieces)
                yield _sheet(kit, code, f"key-{chosen.section.replace('.', '-')}", whole, edition)
    pieces = tuple(_tests(kit, code))
    if pieces:
        yield _sheet(kit, code, "key-tests", (head(words.text("sheet.test-keys"), bookmark="top"), *pieces), None)


def _sheet(kit: Kit, code: str, name: str, pieces: tuple[Piece, ...], edition: Edition | None) -> Output:
    title = kit.words(code).text("paper.answer_key")
    path, copies = ARTEFACT.path(name, code), Copies(len(kit.workshop.present), duplex=True, binding="staple")
    return sheet(kit, code, path, title, pieces, audience="facilitator", copies=copies, edition=edition)


def _expected(edition: Edition) -> Iterator[Piece]:
    """What the guide says of each worksheet, case and application: expected answers and pitfalls."""
    desk = Desk(edition, level=1)
    for box in nodes(edition.section.blocks):
        if isinstance(box, Box) and box.role in ("case", "worksheet", "application"):
            notes = tuple(node for node in nodes(box.children) if isinstance(node, Notes))
            if notes:
                yield Head(2, box.title or box.kicker, desk.bookmark(box.meta, "e"), box.kicker if box.title else EMPTY)
                yield from pieces_of(notes, desk)


def _questions(edition: Edition) -> Iterator[Piece]:
    """The knowledge check of the section under a heading of its own."""
    title = edition.words.text("paper.answer_key")
    for one in exercises.answer_keys(edition):
        for piece in exercises.key(one).pieces:
            yield replace(piece, level=2, text=title, kicker=EMPTY) if isinstance(piece, Head) else piece


def _tests(kit: Kit, code: str) -> Iterator[Piece]:
    """The items of the parallel forms with their keys."""
    desk = Desk(kit.edition(code, "facilitator"), level=1)
    for form in FORMS:
        items = kit.items(form, code, keyed=True)
        if items:
            yield head(kit.words(code).text("sheet.form", name=form), 2, f"form_{form}")
            desk.questions = 0
            yield from pieces_of(items, desk)


ARTEFACT = Artefact("answer-keys", "Answer keys of worksheets, questions and tests", "trainers", "facilitator", make)
