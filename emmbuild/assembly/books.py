"""Workbooks and guides of a workshop as files: page numbers that agree with each other, slide numbers of the day's deck."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from emmbuild import printing
from emmbuild.artefacts.shape import Volume
from emmbuild.core.edition import Built, Edition, Format, Places
from emmbuild.plan.document import plan_book
from emmbuild.render.word import word_file


@dataclass(frozen=True, slots=True)
class Printed:
    """A volume as a Word file, and as PDF where it was printed (`pages` of it)."""

    volume: Volume
    word: Built
    pdf: bytes = b""
    pages: int = 0


def made_of(volumes: Sequence[Volume], slides: dict[str, int], *, pdf: bool) -> list[Printed]:
    """The volumes of one language. `slides`: key of a slide → its number in the deck of its day.

    Raises ContentError PDF101 to PDF104 where they cannot be printed.
    """
    works = [(_first(volume, slides), _format(volume)) for volume in volumes]
    if not pdf:
        return [Printed(volume, made.write(edition)) for volume, (edition, made) in zip(volumes, works, strict=True)]
    workbook = next((work for work in works if work[0].audience == "participant"), None)
    sheets = printing.printed(works, workbook)
    return [
        Printed(volume, sheet.word, sheet.pdf.data, int(str(sheet.pdf.facts["pages"])))
        for volume, sheet in zip(volumes, sheets, strict=True)
    ]


def _first(volume: Volume, slides: dict[str, int]) -> Edition:
    """The edition that carries the places of the whole volume."""
    first = volume.editions[0]
    named = slides if first.audience == "facilitator" else {}
    return replace(first, places=Places(slides=named))


def _format(volume: Volume) -> Format:
    """A format that writes this one volume, whatever places the edition brings."""

    def write(edition: Edition) -> Built:
        editions = tuple(replace(one, places=edition.places) for one in volume.editions)
        return word_file(plan_book(editions, volume.opening), editions[0])

    name = volume.path.rsplit("/", 1)[-1]
    return Format("docx", name, "docx", (volume.editions[0].audience,), write)
