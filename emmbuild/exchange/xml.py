"""Small things about XML that several formats share: no network, no entities, no characters that XML forbids."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

from lxml import etree

PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def escaped(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text), {'"': "&quot;"})
