"""The schema files of SCORM, ready to check a manifest with.

Three of the published files break the rules of XSD that lxml keeps to, and one asks for the network; they are adapted in
memory. What a package ships stays as published.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from lxml import etree

from emmbuild.schemas import schema_files


class _Local(etree.Resolver):
    def __init__(self, files: dict[str, bytes]) -> None:
        self.files = files

    def resolve(self, system_url: str | None, public_id: str | None, context: Any) -> Any:  # type: ignore[override]
        name = (system_url or "").rsplit("/", 1)[-1]
        return self.resolve_string(self.files.get(name, b"<none/>"), context)  # type: ignore[call-arg]


@cache
def schema(standard: str) -> etree.XMLSchema | None:
    """The schema of "scorm12" or "scorm2004"; nothing where its files are not here."""
    files = dict(schema_files(standard))
    if not files:
        return None
    if standard == "scorm12":
        files["ims_xml.xsd"] = files["ims_xml.xsd"].replace(b'xmlns="http://www.w3.org/XML/1998/namespace"', b"")
        files["imsmd_rootv1p2p1.xsd"] = files["imsmd_rootv1p2p1.xsd"].replace(b"##any", b"##other")
    else:
        files["xml.xsd"] = re.sub(rb"<!DOCTYPE[^>]*>", b"", files["xml.xsd"])
    spaces = {name: re.search(rb'targetNamespace\s*=\s*"([^"]+)"', data) for name, data in files.items()}
    imports = "".join(
        f'<xs:import namespace="{found[1].decode()}" schemaLocation="{name}"/>'
        for name, found in sorted(spaces.items())
        if found and not re.search("xml.xsd|imsss_v1p0.+xsd", name)
    )
    parser = etree.XMLParser(no_network=True, load_dtd=False)
    parser.resolvers.add(_Local(files))
    text = f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>'
    return etree.XMLSchema(etree.fromstring(text, parser))
