"""An XML file of a package: read without entities and network, with the lines of its elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from emmbuild.core.diagnostics import Diagnostic, Span, error
from emmbuild.verify.box import Box

Element = etree._Element


@dataclass(frozen=True)
class Document:
    """The file's name and its root."""

    name: str
    root: Element

    def at(self, element: Element) -> Span:
        return Span(self.name, element.sourceline or 0)  # type: ignore[arg-type]


def local(element: Element) -> str:
    """The name without its namespace; empty for comments."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def space(element: Element) -> str:
    return (etree.QName(element).namespace or "") if isinstance(element.tag, str) else ""


def named(element: Element, *names: str) -> Iterator[Element]:
    """Descendants with one of these local names."""
    return (child for child in element.iter() if local(child) in names)


def children(element: Element, *names: str) -> list[Element]:
    return [child for child in element if local(child) in names]


def attribute(element: Element, name: str) -> str:
    """An attribute by its local name, whatever its namespace."""
    return next((str(value) for key, value in element.attrib.items() if etree.QName(key).localname == name), "")


def text(element: Element | None) -> str:
    return " ".join("".join(str(part) for part in element.itertext()).split()) if element is not None else ""


def read(box: Box, name: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The file as a tree, or why it cannot be read."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(box.read(name), parser)
    except etree.XMLSyntaxError as problem:
        line, column = problem.position
        hint = "mend it where it stops, or build the package again"
        return None, (
            error("VER201", f"the XML stops making sense: {problem.msg}", Span(name, line, max(column, 1)), hint=hint),
        )
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        hint = "delete the DOCTYPE; manifests do without one"
        return Document(name, root), (
            error("VER202", "the file has a DOCTYPE, which LMSs refuse for safety", Span(name, 1), hint=hint),
        )
    return Document(name, root), ()
