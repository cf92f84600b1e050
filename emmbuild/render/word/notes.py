"""The footnotes part: real Word footnotes, in the order in which the text refers to them."""

from __future__ import annotations

from emmbuild.render.word import runs as r
from emmbuild.render.word.book import Book
from emmbuild.render.word.paragraphs import paragraph
from emmbuild.render.xml import DECLARATION

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
    "</w:pPr><w:r><w:separator/></w:r></w:p></w:footnote>"
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:pPr><w:spacing w:after="0" w:line="240" '
    'w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


def footnotes(book: Book) -> str:
    """All notes that the body has asked for; call it after the body is written."""
    book.in_notes = True
    made = []
    for number, note in enumerate(book.notes, 1):
        rtl = "<w:rtl/>" if book.language_of(note.text).rtl else ""
        mark = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/>{rtl}</w:rPr><w:footnoteRef/></w:r>'
        content = mark + r.words(" ", book) + r.runs(note.text, book)
        made.append(f'<w:footnote w:id="{number}">{paragraph("FootnoteText", content, book, text=note.text)}</w:footnote>')
    book.in_notes = False
    return f"{DECLARATION}<w:footnotes {_NS}>{_SEPARATORS}{''.join(made)}</w:footnotes>"
