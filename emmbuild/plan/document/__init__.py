"""The plan of a workbook or guide: which part comes when, numbered and labelled. No Word here.

`plan(edition)` → `Document`; the pieces stand in `model`, core blocks become pieces in `blocks`.
"""

from __future__ import annotations

from dataclasses import replace

from emmbuild.core.edition import Edition
from emmbuild.core.text import Text
from emmbuild.plan.document.blocks import pieces_of
from emmbuild.plan.document.desk import Desk
from emmbuild.plan.document.matter import back_matter, cover, timing
from emmbuild.plan.document.model import Document, Head, Piece

OUTLINE_DEPTH = 2


def plan(edition: Edition) -> Document:
    """The document that `edition.audience` (participant or facilitator) gets."""
    desk = Desk(edition)
    front = timing(edition, desk)
    pieces = _opened((*front, *pieces_of(edition.section.blocks, desk), *back_matter(edition, desk)))
    return Document(
        cover=cover(edition),
        contents=edition.words.text("paper.contents"),
        outline=tuple(piece for piece in pieces if isinstance(piece, Head) and piece.level <= OUTLINE_DEPTH),
        pieces=pieces,
        running=_running(edition),
        edition=edition.words.text(f"paper.{edition.audience}"),
        subject=edition.volume.plain,
    )


def _opened(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The text begins on a page of its own."""
    first, *others = pieces or (None,)
    return (replace(first, new_page=True), *others) if isinstance(first, Head) else pieces


def _running(edition: Edition) -> Text:
    front = edition.section.front
    return replace(edition.words.text("paper.running", id=front.id, title=front.title.plain), lang=front.title.lang)
