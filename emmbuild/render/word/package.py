"""The parts of a .docx and how they hang together (ECMA-376 part 2): types, relationships, properties."""

from __future__ import annotations

from emmbuild.archive import Part, part, shared
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
    "header1": "header",
    "footer1": "footer",
    "header2": "header",
    "footer2": "footer",
}
_TYPES = (
    f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Default Extension="jpeg" ContentType="image/jpeg"/>'
    + "".join(
        f'<Override PartName="/{name}.xml" ContentType="application/vnd.{kind}+xml"/>'
        for name, kind in (
            *((f"word/{name}", f"openxmlformats-officedocument.wordprocessingml.{kind}") for name, kind in _PARTS.items()),
            ("word/theme/theme1", "openxmlformats-officedocument.theme"),
            ("docProps/core", "openxmlformats-package.core-properties"),
            ("docProps/app", "openxmlformats-officedocument.extended-properties"),
        )
    )
    + "</Types>"
)
_ROOT = (
    f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_OFFICE}/relationships/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)
_APP = f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties"><Application>emmbuild</Application></Properties>'


def parts(document: Document, book: Book, template: Template) -> list[Part]:
    """Every part of the file, in a fixed order."""
    for kind in ("styles", "settings", "numbering", "fontTable", "footnotes"):
        book.links.add(kind, f"{kind}.xml")
    book.links.add("theme", "theme/theme1.xml")
    main = _document(document, book)
    notes = footnotes(book)
    made = [
        shared("[Content_Types].xml", _TYPES),
        shared("_rels/.rels", _ROOT),
        shared("docProps/app.xml", _APP),
        part("docProps/core.xml", _core(document, book)),
        part("word/document.xml", main),
        part("word/_rels/document.xml.rels", _relationships(book.links)),
        shared("word/styles.xml", template.styles),
        shared("word/settings.xml", template.settings),
        shared("word/fontTable.xml", template.fonts),
        shared("word/theme/theme1.xml", template.theme),
        part("word/numbering.xml", _numbering(book, template)),
        part("word/footnotes.xml", notes),
        part("word/header1.xml", pages.header(document, book)),
        part("word/footer1.xml", pages.footer(document, book)),
        shared("word/header2.xml", pages.empty_header()),
        shared("word/footer2.xml", pages.empty_footer()),
    ]
    if book.note_links.entries:
        made.append(part("word/_rels/footnotes.xml.rels", _relationships(book.note_links)))
    return made + [shared(f"word/{name}", picture.data) for name, picture in book.media.items()]


def _document(document: Document, book: Book) -> str:
    references = "".join(
        f'<w:{what}Reference w:type="{kind}" r:id="{book.links.add(what, f"{what}{number}.xml")}"/>'
        for what in ("header", "footer")
        for number, kind in ((1, "default"), (2, "first"))
    )
    front = "" if document.sheet else pages.cover(document.cover, book) + pages.contents(document, book)
    text = body(document.pieces, book, width=pages.text_width(document))
    last = pages.page(references, book, first=not document.sheet, landscape=document.landscape)
    return f"{DECLARATION}<w:document {_NS}><w:body>{front}{text}{last}</w:body></w:document>"


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
    title = document.title or f"{cover.code.plain} {cover.title.plain} – {cover.edition.plain}"
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{esc(title)}</dc:title><dc:subject>{esc(document.subject)}</dc:subject>"
        f"<dc:creator>{esc(cover.library.plain)}</dc:creator>"
        f"<dc:language>{esc(book.edition.language.tag)}</dc:language>"
        f"<cp:version>{esc(book.edition.section.front.version)}</cp:version></cp:coreProperties>"
    )
