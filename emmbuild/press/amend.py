"""What LibreOffice's tagged PDF lacks or says wrongly (docs/analysis/pdf.md), put right."""

from __future__ import annotations

import io
from typing import Any

_STANDARD = frozenset(
    {"Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index", "NonStruct", "Private"}
    | {"P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody", "Table", "TR", "TH", "TD", "THead"}
    | {"TBody", "TFoot", "Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot", "Figure", "Form"}
)


def amended(pdf: bytes, language: str) -> bytes:
    """The file in its own language, for LibreOffice names that of the Latin letters; no standard tag stands for another
    (ISO 14289-1, 7.1); pages with links are read in the order of their tags (7.18.3)."""
    from pypdf import PdfReader, PdfWriter
    from pypdf.generic import NameObject, TextStringObject

    reader = PdfReader(io.BytesIO(pdf))
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    root: Any = writer.root_object
    if language:
        root[NameObject("/Lang")] = TextStringObject(language)
    roles = root.get("/StructTreeRoot", {}).get("/RoleMap", {})
    for name in [name for name in roles if name.removeprefix("/") in _STANDARD]:
        del roles[name]
    for page in writer.pages:
        page[NameObject("/Tabs")] = NameObject("/S")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
