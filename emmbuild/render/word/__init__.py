"""Word files from plans: what the writers of workbooks, worksheets and answer keys share. Styles: themes/*/paper/."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from emmbuild import archive
from emmbuild.core.edition import Built, Edition, Format, Places
from emmbuild.plan.document import Opening, plan_book
from emmbuild.plan.document.model import Document


def word_file(document: Document, edition: Edition) -> Built:
    """The .docx of a planned document."""
    from emmbuild.render.word.book import Book
    from emmbuild.render.word.package import parts
    from emmbuild.render.word.template import template

    book = Book(edition, document)
    data = archive.frame(parts(document, book, template(edition, large=document.large)))
    return Built(data, facts={"footnotes": len(book.notes), "headings": len(document.outline)})


def bound(editions: Sequence[Edition], opening: Opening) -> tuple[Edition, Format]:
    """Several sections in one document, as an edition and the format that writes it: `made.write(edition)` gives the Word
    file, and `printing.printed([(edition, made)])` the PDF and the Word file with page numbers."""
    first = editions[0]

    def write(edition: Edition) -> Built:
        found = edition.places
        placed = [replace(one, places=Places(one.places.slides, found.pages, found.workbook)) for one in editions]
        return word_file(plan_book(placed, opening), edition)

    return first, Format("book", "Several sections in one document", "docx", (first.audience,), write, prints=True)
