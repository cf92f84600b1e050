"""Word documents: the participant workbook and the facilitator guide. See themes/*/paper/ for the styles.

The planner decides everything (`emmbuild.plan.document`); the modules here only put it in bytes.
"""

from __future__ import annotations

from emmbuild import archive
from emmbuild.core.edition import Built, Edition, Format
from emmbuild.plan.document import plan


def write(edition: Edition) -> Built:
    """The .docx of one edition."""
    from emmbuild.writers.docx.book import Book
    from emmbuild.writers.docx.package import parts
    from emmbuild.writers.docx.template import template

    document = plan(edition)
    book = Book(edition)
    data = archive.frame(parts(document, book, template(edition)))
    return Built(data, facts={"footnotes": len(book.notes), "headings": len(document.outline)})


FORMAT = Format(
    kind="docx",
    title="Word documents: participant workbook and facilitator guide",
    extension="docx",
    audiences=("participant", "facilitator"),
    write=write,
)
