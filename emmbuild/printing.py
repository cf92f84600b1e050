"""Documents on paper: written, laid out by LibreOffice, and written again with the page numbers found, until they agree.

A guide names pages of the workbook, so both are laid out in the same runs. Slides are the deck's; see `Edition.places`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from emmbuild import press
from emmbuild.core.diagnostics import ContentError, error
from emmbuild.core.edition import Built, Edition, Format, Places

_ROUNDS = 5
Wanted = tuple[Edition, Format]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One document as a Word file with its page numbers, and the PDF of that file."""

    edition: Edition
    made: Format
    word: Built
    pdf: Built


def printed(wanted: Sequence[Wanted], workbook: Wanted | None = None) -> list[Sheet]:
    """Word file and PDF of each edition, in this order. `workbook` is the participant's, whose pages a guide names.

    Raises ContentError PDF101 to PDF103 (`press.to_pdf`) and PDF104 where page numbers never come to rest.
    """
    works = list(wanted)
    if workbook is not None and not any(_is(work, workbook) for work in works):
        works.append(workbook)
    built = [made.write(edition) for edition, made in works]
    pdfs: dict[int, bytes] = {}
    changed = list(range(len(works)))
    for _ in range(_ROUNDS):
        names = {f"{place} {works[place][1].file_name(works[place][0])}": place for place in changed}
        shown = press.to_pdf({name: built[place].data for name, place in names.items()})
        pdfs |= {place: shown[name] for name, place in names.items()}
        works = _placed(works, [press.places(pdfs[place], word.data) for place, word in enumerate(built)], workbook)
        again = [made.write(edition) for edition, made in works]
        changed = [place for place, word in enumerate(again) if word.data != built[place].data]
        built = again
        if not changed:
            return [_sheet(works[place], built[place], pdfs[place]) for place in range(len(wanted))]
    edition, made = works[changed[0]]
    raise ContentError(
        error(
            "PDF104",
            f"the page numbers of {made.file_name(edition)} never come to rest",
            hint="a page number that moves a line moves the page; change a word near a page's end, or print the Word file",
        )
    )


def _placed(works: list[Wanted], pages: list[dict[str, int]], workbook: Wanted | None) -> list[Wanted]:
    """The editions, each with its own pages, guides with those of the workbook too."""
    book = next((found for work, found in zip(works, pages, strict=True) if workbook and _is(work, workbook)), {})
    return [
        (
            replace(edition, places=Places(edition.places.slides, own, book if edition.audience == "facilitator" else {})),
            made,
        )
        for (edition, made), own in zip(works, pages, strict=True)
    ]


def _is(work: Wanted, other: Wanted) -> bool:
    """Whether two are the same document of the same section."""
    (edition, made), (against, format_) = work, other
    return made is format_ and edition.audience == against.audience and edition.section is against.section


def _sheet(work: Wanted, word: Built, pdf: bytes) -> Sheet:
    return Sheet(work[0], work[1], word, Built(pdf, word.diagnostics, {"pages": press.pages(pdf)}))


def handout(edition: Edition, deck: Built) -> Built:
    """The slides of a deck, three on a page, as a PDF."""
    slides = press.to_pdf({"deck.pptx": deck.data})["deck.pptx"]
    data = press.handout(slides, rtl=edition.language.rtl)
    return Built(data, deck.diagnostics, {"pages": press.pages(data)})
