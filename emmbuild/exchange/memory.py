"""TMX 1.4, out only: translations as a memory that any tool may draw on; words without codes (level 1)."""

from __future__ import annotations

from lxml import etree

from emmbuild.exchange.parcel import Exchange, Parcel
from emmbuild.localize.codes import pieces
from emmbuild.localize.states import State

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_GOOD = (State.DRAFT, State.TRANSLATED, State.REVIEWED, State.APPROVED)


def write(parcel: Parcel) -> bytes:
    root = etree.Element("tmx", version="1.4")
    header = {
        "creationtool": "emmbuild",
        "creationtoolversion": "1",
        "segtype": "paragraph",
        "o-tmf": "PO",
        "adminlang": "en",
        "srclang": parcel.source.tag,
        "datatype": "plaintext",
    }
    etree.SubElement(root, "header", header)
    body = etree.SubElement(root, "body")
    for row in parcel.rows:
        if row.state in _GOOD:
            unit = etree.SubElement(body, "tu", tuid=row.id)
            for tag, text in ((parcel.source.tag, row.source), (parcel.language.tag, row.target)):
                words = "".join(piece.text for piece in pieces(text) if piece.kind == "words")
                etree.SubElement(etree.SubElement(unit, "tuv", {_LANG: tag}), "seg").text = words
    kind = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype=kind)) + b"\n"


FORMAT = Exchange("tmx", "TMX 1.4, a translation memory, out only", "tmx", write)
