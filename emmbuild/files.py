"""Which files a build makes of one section in one language, and what is printed of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from emmbuild import printing
from emmbuild.core.edition import Built, Edition, Format
from emmbuild.making import written

DECK, PDF = "pptx", "pdf"  # PDF is no format of its own: it prints what others make
PRINTED = ("docx", "worksheets")  # what `--to pdf` alone prints, beside the handout
EditionOf = Callable[[Format, str], Edition]


@dataclass(frozen=True, slots=True)
class File:
    """What a format made of an edition; `name`, `kind` and `audience` where they are not the format's own."""

    edition: Edition
    made: Format
    built: Built
    name: str = ""
    kind: str = ""
    audience: str = ""


def made_of(edition_of: EditionOf, formats: Mapping[str, Format], kinds: tuple[str, ...]) -> Iterator[File]:
    """The files of these kinds. With `pdf` among them, what can be printed has its page numbers and is there as PDF too;
    where nothing of that was asked for: workbook, guide, worksheets and handout, as PDF only."""
    alone = [kind for kind in kinds if kind != PDF and not (PDF in kinds and formats[kind].prints)]
    for edition, made in _editions(edition_of, formats, alone):
        yield File(edition, made, written(made, edition))
    if PDF not in kinds:
        return
    both = [kind for kind in kinds if kind not in (*alone, PDF)]
    book, deck = formats["docx"], formats[DECK]
    sheets = printing.printed(_editions(edition_of, formats, both or PRINTED), (edition_of(book, "participant"), book))
    for sheet in sheets:
        name = sheet.made.file_name(sheet.edition)
        if both:
            yield File(sheet.edition, sheet.made, sheet.word)
        yield File(sheet.edition, sheet.made, sheet.pdf, f"{name.rsplit('.', 1)[0]}.pdf", PDF)
    shown = edition_of(deck, "participant")  # no answer slides
    yield File(shown, deck, printing.handout(shown, written(deck, shown)), f"emm-{shown.name}-handout.pdf", PDF)


def _editions(edition_of: EditionOf, formats: Mapping[str, Format], kinds: Iterable[str]) -> list[tuple[Edition, Format]]:
    return [
        (edition, made)
        for made in (formats[kind] for kind in kinds)
        for audience in made.audiences
        for edition in made.editions(edition_of(made, audience))
    ]
