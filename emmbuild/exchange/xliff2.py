"""XLIFF 2.1, out only (OASIS, 2018; core namespace 2.0): tools that read it back lose codes, so 1.2 is what comes in."""

from __future__ import annotations

import re

from lxml import etree

from emmbuild.exchange.parcel import Exchange, Parcel
from emmbuild.localize.codes import pieces
from emmbuild.localize.states import State

_NS = "urn:oasis:names:tc:xliff:document:2.0"
_PREFIX: dict[str, str] = {None: _NS}  # type: ignore[dict-item]
_XML = "{http://www.w3.org/XML/1998/namespace}"
_STATES = {State.MISSING: "initial", State.REVIEWED: "reviewed", State.APPROVED: "final"}


def write(parcel: Parcel) -> bytes:
    """Ids become NMTOKENs; the real id stands in `name`."""
    root = etree.Element(
        f"{{{_NS}}}xliff", nsmap=_PREFIX, version="2.1", srcLang=parcel.source.tag, trgLang=parcel.language.tag
    )
    file = etree.SubElement(root, f"{{{_NS}}}file", id=_token(parcel.name), original=parcel.name)
    for row in parcel.rows:
        unit = etree.SubElement(file, f"{{{_NS}}}unit", id=_token(row.id), name=row.id)
        if row.context:
            notes = etree.SubElement(unit, f"{{{_NS}}}notes")
            etree.SubElement(notes, f"{{{_NS}}}note", category="place").text = row.context
        codes = [piece for piece in pieces(row.source + row.target) if piece.kind != "words"]
        data = etree.SubElement(unit, f"{{{_NS}}}originalData") if codes else None
        names: dict[str, str] = {}
        for code in codes:
            if data is not None and code.text not in names:
                names[code.text] = f"d{len(names) + 1}"
                etree.SubElement(data, f"{{{_NS}}}data", id=names[code.text]).text = code.text
        segment = etree.SubElement(unit, f"{{{_NS}}}segment", state=_STATES.get(row.state, "translated"))
        for name, text in (("source", row.source), ("target", row.target)):
            if text:
                element = etree.SubElement(segment, f"{{{_NS}}}{name}", {_XML + "space": "preserve"})
                _fill(element, text, names)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _fill(element: etree._Element, text: str, names: dict[str, str]) -> None:
    last: etree._Element | None = None
    for piece in pieces(text):
        if piece.kind == "words":
            if last is None:
                element.text = (element.text or "") + piece.text
            else:
                last.tail = (last.tail or "") + piece.text
            continue
        tag = {"open": "sc", "close": "ec", "alone": "ph"}[piece.kind]
        attributes = {"dataRef": names[piece.text]}
        attributes["startRef" if tag == "ec" else "id"] = f"c{piece.number}"
        last = etree.SubElement(element, f"{{{_NS}}}{tag}", attributes)


def _token(text: str) -> str:
    return re.sub(r"[^\w.:-]", ".", text)


FORMAT = Exchange("xliff2", "XLIFF 2.1, out only", "xlf2", write)
