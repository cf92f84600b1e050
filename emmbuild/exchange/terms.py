"""TBX-Basic in its martif form (ISO 30042:2008), out only: the course's glossary for tools that check terms."""

from __future__ import annotations

from lxml import etree

from emmbuild.exchange.parcel import Exchange, Parcel

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def write(parcel: Parcel) -> bytes:
    root = etree.Element("martif", {"type": "TBX-Basic", _LANG: parcel.source.tag})
    header = etree.SubElement(root, "martifHeader")
    etree.SubElement(etree.SubElement(etree.SubElement(header, "fileDesc"), "sourceDesc"), "p").text = "emmbuild glossary"
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    for number, term in enumerate(parcel.terms, 1):
        entry = etree.SubElement(body, "termEntry", id=f"t{number}")
        _say(entry, parcel.source.tag, term.source, "preferredTerm-admn-sts")
        for word in term.allowed:
            _say(entry, parcel.language.tag, word, "preferredTerm-admn-sts")
        for word in term.forbidden:
            _say(entry, parcel.language.tag, word, "deprecatedTerm-admn-sts")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8")) + b"\n"


def _say(entry: etree._Element, tag: str, word: str, standing: str) -> None:
    found = [one for one in entry.findall("langSet") if one.get(_LANG) == tag]
    words = found[0] if found else etree.SubElement(entry, "langSet", {_LANG: tag})
    place = etree.SubElement(words, "tig")
    etree.SubElement(place, "term").text = word
    etree.SubElement(place, "termNote", type="administrativeStatus").text = standing


FORMAT = Exchange("tbx", "TBX-Basic, the glossary, out only", "tbx", write)
