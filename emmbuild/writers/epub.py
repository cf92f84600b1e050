"""EPUB 3.3: the handbook of a section for e-readers, reflowable, with its language, direction and accessibility facts."""

from __future__ import annotations

import zlib
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from emmbuild.archive import Part, frame, part, shared
from emmbuild.core.edition import Built, Edition, Format
from emmbuild.render.handbook import Handbook, handbook, xhtml
from emmbuild.render.screens import theme_css
from emmbuild.render.xml import attr, esc

_STYLES = ("handbook.css", "epub.css")
_FOLDER = Path(__file__).resolve().parent.parent / "site"
_MIME = b"application/epub+zip"
_CONTAINER = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<container version="1.0" '
    'xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="EPUB/package.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>'
)
_FEATURES = ("structuralNavigation", "tableOfContents", "alternativeText", "displayTransformability", "readingOrder")


def write(edition: Edition) -> Built:
    book = handbook(edition)
    css = "\n".join((_FOLDER / name).read_text("utf-8") for name in _STYLES)
    parts = [
        Part("mimetype", _MIME, zlib.crc32(_MIME), len(_MIME), 0),  # stored and first: OCF 3.3, 4.3
        shared("META-INF/container.xml", _CONTAINER),
        part("EPUB/package.opf", _package(book, edition)),
        part("EPUB/nav.xhtml", _nav(book, edition)),
        part("EPUB/content.xhtml", _page(book.title, xhtml(f"<main>{book.body}</main>"), edition)),
        part("EPUB/style.css", theme_css(edition) + css),
    ]
    parts += [part(f"EPUB/{name}", picture.data) for name, picture in sorted(book.pictures.items())]
    return Built(frame(parts), facts={"chapters": len(book.contents)})


def _page(title: str, body: str, edition: Edition) -> str:
    language = edition.language
    tags = f'lang="{attr(language.tag)}" xml:lang="{attr(language.tag)}" dir="{language.direction}"'
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml" '
        f'xmlns:epub="http://www.idpf.org/2007/ops" {tags}><head><title>{esc(title)}</title>'
        f'<link rel="stylesheet" type="text/css" href="style.css"/></head><body>{body}</body></html>'
    )


def _nav(book: Handbook, edition: Edition) -> str:
    items = "".join(f'<li><a href="content.xhtml#{name}">{esc(title.plain)}</a></li>' for name, title in book.contents)
    start = f'<li><a href="content.xhtml">{esc(book.title)}</a></li>' if not items else ""
    title = esc(edition.words("paper.contents"))
    return _page(book.title, f'<nav epub:type="toc" role="doc-toc"><h1>{title}</h1><ol>{items}{start}</ol></nav>', edition)


def _package(book: Handbook, edition: Edition) -> str:
    """The package document: what the book is, its files and their order."""
    language, front = edition.language, edition.section.front
    name = uuid5(NAMESPACE_URL, f"emmbuild/{edition.library.id}/{front.id}/{language.code}")
    modes = ("textual", "visual") if book.pictures or book.has_drawings else ("textual",)
    access = "".join(f'<meta property="schema:accessMode">{mode}</meta>' for mode in modes)
    access += "".join(f'<meta property="schema:accessibilityFeature">{feature}</meta>' for feature in _FEATURES)
    media = "".join(
        f'<item id="m{place}" href="{attr(file)}" media-type="image/{"png" if file.endswith("png") else "jpeg"}"/>'
        for place, file in enumerate(sorted(book.pictures))
    )
    drawn = ' properties="svg"' if book.has_drawings else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<package xmlns="http://www.idpf.org/2007/opf" version="3.0" '
        f'unique-identifier="id" xml:lang="{attr(language.tag)}" dir="{language.direction}">'
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">urn:uuid:{name}</dc:identifier><dc:title>{esc(book.title)}</dc:title>'
        f"<dc:language>{esc(language.tag)}</dc:language><dc:creator>{esc(edition.library.title.plain)}</dc:creator>"
        f'<meta property="dcterms:modified">{_day(front.reviewed)}T00:00:00Z</meta>{access}'
        '<meta property="schema:accessModeSufficient">textual</meta>'
        '<meta property="schema:accessibilityHazard">none</meta>'
        f'<meta property="schema:accessibilitySummary">{esc(edition.words("site.access"))}</meta></metadata>'
        '<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'<item id="content" href="content.xhtml" media-type="application/xhtml+xml"'
        f"{drawn}/>"
        f'<item id="css" href="style.css" media-type="text/css"/>{media}</manifest>'
        f'<spine page-progression-direction="{language.direction}"><itemref idref="content"/></spine></package>'
    )


def _day(reviewed: str) -> str:
    """The day on which the facts were checked: no clock, so that builds do not differ."""
    return reviewed if len(reviewed) == 10 and reviewed.replace("-", "").isdigit() else "2000-01-01"


FORMAT = Format(
    kind="epub",
    title="Handbook as an EPUB 3 e-book",
    extension="epub",
    audiences=("participant",),
    write=write,
)
