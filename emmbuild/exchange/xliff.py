"""XLIFF 1.2 for CAT tools (OASIS, 2008): codes as bpt, ept and ph.

Their Markdown stands inside, so the text comes back whole.
"""

from __future__ import annotations

from lxml import etree

from emmbuild.exchange.parcel import Delivery, Exchange, Parcel, Returned, unreadable
from emmbuild.exchange.xml import PARSER
from emmbuild.localize.codes import pieces
from emmbuild.localize.states import State

_NS = "urn:oasis:names:tc:xliff:document:1.2"
_PREFIX: dict[str, str] = {None: _NS}  # type: ignore[dict-item]
_XML = "{http://www.w3.org/XML/1998/namespace}"
_STATES = {
    State.MISSING: "needs-translation",
    State.DRAFT: "needs-review-translation",
    State.STALE: "needs-adaptation",
    State.FAULTY: "needs-adaptation",
    State.TRANSLATED: "translated",
    State.REVIEWED: "signed-off",
    State.APPROVED: "final",
}
_TAGS = {"open": "bpt", "close": "ept", "alone": "ph"}


def write(parcel: Parcel) -> bytes:
    """A missing translation holds the source, since OmegaT shows only units with a target."""
    root = etree.Element(f"{{{_NS}}}xliff", nsmap=_PREFIX, version="1.2")
    file = _add(
        root,
        "file",
        {
            "original": parcel.name,
            "source-language": parcel.source.tag,
            "target-language": parcel.language.tag,
            "datatype": "plaintext",
        },
    )
    body = _add(file, "body")
    for row in parcel.rows:
        done = "yes" if row.state in (State.REVIEWED, State.APPROVED) else "no"
        unit = _add(body, "trans-unit", {"id": row.id, "resname": row.id, "approved": done, _XML + "space": "preserve"})
        _fill(_add(unit, "source", {_XML + "lang": parcel.source.tag}), row.source)
        attributes = {_XML + "lang": parcel.language.tag, "state": _STATES[row.state]}
        _fill(_add(unit, "target", attributes), row.target or row.source)
        group = _add(unit, "context-group", {"purpose": "information"})
        _add(group, "context", {"context-type": "x-base"}).text = row.base
        if row.context:
            _add(group, "context", {"context-type": "x-place"}).text = row.context
        if row.note:
            _add(unit, "note", {"from": "emmbuild"}).text = row.note
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=False)) + b"\n"


def _add(parent: etree._Element, name: str, attributes: dict[str, str] | None = None) -> etree._Element:
    return etree.SubElement(parent, f"{{{_NS}}}{name}", attributes or {})


def _fill(element: etree._Element, text: str) -> None:
    last: etree._Element | None = None
    for piece in pieces(text):
        if piece.kind == "words":
            if last is None:
                element.text = (element.text or "") + piece.text
            else:
                last.tail = (last.tail or "") + piece.text
            continue
        number = {"id": str(piece.number)}
        if piece.kind == "open":
            number["ctype"] = piece.style
        last = _add(element, _TAGS[piece.kind], number)
        last.text = piece.text


def read(data: bytes) -> Delivery:
    """Raises ContentError TRX101 for anything but XLIFF 1.2."""
    try:
        root = etree.fromstring(data, PARSER)
    except etree.XMLSyntaxError as problem:
        raise unreadable("XLIFF", str(problem)) from None
    if etree.QName(root).namespace != _NS:
        raise unreadable("XLIFF", "it is not of version 1.2")
    rows = []
    for unit in root.iter(f"{{{_NS}}}trans-unit"):
        base = next((c.text or "" for c in unit.iter(f"{{{_NS}}}context") if c.get("context-type") == "x-base"), "")
        source, target = unit.find(f"{{{_NS}}}source"), unit.find(f"{{{_NS}}}target")
        rows.append(Returned(unit.get("id", ""), _words(target), base, _words(source), f"unit {unit.get('id', '')}"))
    return Delivery(tuple(rows))


def _words(element: etree._Element | None) -> str:
    return "".join(str(part) for part in element.itertext()) if element is not None else ""


FORMAT = Exchange("xliff", "XLIFF 1.2 for CAT tools", "xlf", write, read)
