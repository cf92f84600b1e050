"""Word files from plans: what the writers of workbooks, worksheets and answer keys share. Styles: themes/*/paper/."""

from __future__ import annotations

from emmbuild import archive
from emmbuild.core.edition import Built, Edition
from emmbuild.plan.document.model import Document


def word_file(document: Document, edition: Edition) -> Built:
    """The .docx of a planned document."""
    from emmbuild.render.word.book import Book
    from emmbuild.render.word.package import parts
    from emmbuild.render.word.template import template

    book = Book(edition, form=document.form, large=document.large)
    data = archive.frame(parts(document, book, template(edition, large=document.large)))
    return Built(data, facts={"footnotes": len(book.notes), "headings": len(document.outline)})
