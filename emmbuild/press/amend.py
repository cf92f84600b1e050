"""What LibreOffice's tagged PDF lacks or says wrongly (docs/analysis/pdf.md), put right."""

from __future__ import annotations

import io
from typing import Any, NamedTuple

from emmbuild.press import adapt, layout, tagging

_STANDARD = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private"}
    | {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead"}
    | {"TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Form"}
)


class Amended(NamedTuple):
    """A file put right, and what only another layout can put right: rows of tables that are on no page, and headings (which
    ones, counted from 0) that stand alone at the foot of one."""

    data: bytes
    lost_rows: int = 0
    stranded: tuple[int, ...] = ()


def amended(pdf: bytes, language: str, office: bytes) -> Amended:
    """The file in its own language, for LibreOffice names that of the Latin letters; no standard tag stands for another
    (ISO 14289-1, 7.1); pages with links are read in the order of their tags (7.18.3); decoration, figures, links and notes
    are tagged as what they are. `office` is the file that LibreOffice printed."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, TextStringObject

    reader = PdfReader(io.BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    root: Any = writer.root_object
    if language:
        root[NameObject("/Lang")] = TextStringObject(language)
    for page in writer.pages:
        page[NameObject("/Tabs")] = NameObject("/S")
        content: Any = page["/Contents"].get_object()
        content.set_data(tagging.decorated(content.get_data()))
    tagging.map_codes(_fonts(writer))
    tree = root.get("/StructTreeRoot")
    if tree is None:
        return Amended(_written(writer))
    roles = tree.get("/RoleMap", {})
    for name in [name for name in roles if name.removeprefix("/") in _STANDARD]:
        del roles[name]
    tagging.hold_links(tree, writer)
    if adapt.is_deck(office):  # a slide is one page: nothing flows from it to the next
        tagging.name_slides(tree, writer.pages, adapt.slide_words(office))
        tagging.list_items(tree, writer)
        return Amended(_written(writer))
    tagging.name_drawings(tree, adapt.drawings(office))
    return Amended(_written(writer), layout.lost_rows(tree), layout.stranded(tree, writer.pages))


def _fonts(writer: Any) -> list[Any]:
    """The fonts of all pages, each once, that say which characters their codes stand for."""
    found = {
        name: font.get_object()
        for page in writer.pages
        for name, font in page.get("/Resources", {}).get("/Font", {}).items()
    }
    return [font for font in found.values() if "/ToUnicode" in font]


def _written(writer: Any) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
