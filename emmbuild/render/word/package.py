"""The parts of a .docx and how they hang together (ECMA-376 part 2): types, relationships, properties."""

from __future__ import annotations

from functools import cache

from emmbuild.archive import Part, part, shared
from emmbuild.core.text import Text
from emmbuild.plan.document.model import Document
from emmbuild.render.word import pages
from emmbuild.render.word.body import body
from emmbuild.render.word.book import Book, Links
from emmbuild.render.word.notes import footnotes
from emmbuild.render.word.template import Template
from emmbuild.render.xml import DECLARATION, esc

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_NS = " ".join(
    (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
        f'xmlns:r="{_OFFICE}/relationships"',
        'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
        'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
        'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"',
    )
)
_PARTS = {
    "document": "document.main",
    "styles": "styles",
    "settings": "settings",
    "numbering": "numbering",
    "fontTable": "fontTable",
    "footnotes": "footnotes",
    "footer1": "footer",
    "footer2": "footer",
}
_ROOT = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)
COLUMN_GAP = 708  # twips
_APP = f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties"><Application>emmbuild</Application></Properties>'


def parts(document: Document, book: Book, template: Template) -> list[Part]:
    """Every part of the file, in a fixed order."""
    for kind in ("styles", "settings", "numbering", "fontTable", "footnotes"):
        book.links.add(kind, f"{kind}.xml")
    book.links.add("theme", "theme/theme1.xml")
    runnings = tuple(dict.fromkeys(piece.running for piece in document.parts))
    main = _document(document, book, runnings)
    notes = footnotes(book)
    made = [
        shared("[Content_Types].xml", _types(len(runnings) + 1)),
        shared("_rels/.rels", _ROOT),
        shared("docProps/app.xml", _APP),
        part("docProps/core.xml", _core(document, book)),
        part("word/document.xml", main),
        part("word/_rels/document.xml.rels", _relationships(book.links)),
        shared("word/styles.xml", template.styles),
        shared("word/settings.xml", template.settings),
        shared("word/fontTable.xml", template.fonts),
        shared("word/theme/theme1.xml", template.theme),
        shared("word/numbering.xml", _numbering(book, template)),
        (part if book.notes else shared)("word/footnotes.xml", notes),
        shared("word/header1.xml", pages.empty_header()),
        *(part(f"word/header{at}.xml", pages.header(text, document, book)) for at, text in enumerate(runnings, 2)),
        shared("word/footer1.xml", pages.footer(document, book)),
        shared("word/footer2.xml", pages.empty_footer()),
    ]
    if book.note_links.entries:
        made.append(part("word/_rels/footnotes.xml.rels", _relationships(book.note_links)))
    return made + [shared(f"word/{name}", picture.data) for name, picture in book.media.items()]


def _document(document: Document, book: Book, runnings: tuple[Text, ...]) -> str:
    """The body: cover and contents, then each part in a section of its own, for headers and right-hand pages are the
    section's. The properties of a section stand in its last paragraph, those of the last one at the end."""

    def references(running: Text, *, first: bool) -> str:
        named = [("header", "default", f"header{runnings.index(running) + 2}"), ("footer", "default", "footer1")]
        named += [("header", "first", "header1"), ("footer", "first", "footer2")] if first else []
        return "".join(
            f'<w:{what}Reference w:type="{kind}" r:id="{book.links.add(what, f"{name}.xml")}"/>'
            for what, kind, name in named
        )

    sheets: list[tuple[str, str]] = []
    if not document.sheet:
        front = pages.cover(document.cover, book) + pages.contents(document, book)
        sheets.append((front, pages.page(references(document.parts[0].running, first=True), book, first=True)))
    for piece in document.parts:
        start = "oddPage" if piece.odd else "nextPage"
        columns = 1 if book.large else piece.columns
        wide = document.landscape
        sheet = pages.page(references(piece.running, first=False), book, start=start, columns=columns, landscape=wide)
        width = (pages.text_width(document) - COLUMN_GAP * (columns - 1)) // columns
        sheets.append((body(piece.pieces, book, width=width), sheet))
    made = "".join(f'{inside}<w:p><w:pPr><w:pStyle w:val="Spacer"/>{sheet}</w:pPr></w:p>' for inside, sheet in sheets[:-1])
    inside, sheet = sheets[-1]
    return f"{DECLARATION}<w:document {_NS}><w:body>{made}{inside}{sheet}</w:body></w:document>"


@cache
def _types(headers: int) -> str:
    """[Content_Types].xml for a document with so many headers."""
    listed = (*_PARTS.items(), *((f"header{number}", "header") for number in range(1, headers + 1)))
    overrides = "".join(
        f'<Override PartName="/{name}.xml" ContentType="application/vnd.{kind}+xml"/>'
        for name, kind in (
            *((f"word/{name}", f"openxmlformats-officedocument.wordprocessingml.{kind}") for name, kind in listed),
            ("word/theme/theme1", "openxmlformats-officedocument.theme"),
            ("docProps/core", "openxmlformats-package.core-properties"),
            ("docProps/app", "openxmlformats-officedocument.extended-properties"),
        )
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="jpeg" ContentType="image/jpeg"/>{overrides}</Types>'
    )


def _relationships(links: Links) -> str:
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{"".join(links.entries)}</Relationships>'


def _numbering(book: Book, template: Template) -> str:
    """The template's lists, and one more for every numbered list, so that each begins at 1."""
    restart = "".join(f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>' for level in range(3))
    more = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/>{restart}</w:num>' for number in range(3, book.lists + 1)
    )
    return f"{template.numbering}{more}</w:numbering>"


def _core(document: Document, book: Book) -> str:
    """Title, subject, language; no dates and no names of people, so that builds do not differ."""
    cover = document.cover
    title = document.title or f"{cover.code.plain} {cover.title.plain} – {cover.edition.plain}".lstrip()
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{esc(title)}</dc:title><dc:subject>{esc(document.subject)}</dc:subject>"
        f"<dc:creator>{esc(cover.library.plain)}</dc:creator>"
        f"<dc:language>{esc(book.edition.language.tag)}</dc:language>"
        f"<cp:version>{esc(book.edition.section.front.version)}</cp:version></cp:coreProperties>"
    )
