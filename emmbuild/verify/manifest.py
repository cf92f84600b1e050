"""imsmanifest.xml of a SCORM package: references, identifiers, titles, and what is known to break imports."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from lxml import etree

from emmbuild.core.diagnostics import Diagnostic, Span, error, warning
from emmbuild.verify.box import Box
from emmbuild.verify.rules import schema
from emmbuild.verify.tree import Document, Element, attribute, children, local, named, space, text

SPACES = {
    "scorm12": "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    "scorm2004": "http://www.imsglobal.org/xsd/imscp_v1p1",
}
VERSIONS = {
    "1.2": "scorm12",
    "CAM 1.3": "scorm2004",
    "2004 3rd Edition": "scorm2004",
    "2004 4th Edition": "scorm2004",
}
_NCNAME = re.compile(r"[^\W\d][\w.\-]*")
_LONG = 255  # Moodle's database column


def standard_of(document: Document) -> str:
    """ "scorm12", "scorm2004", or nothing where the manifest does not say."""
    said = text(next(named(document.root, "schemaversion"), None))
    return VERSIONS.get(said, "")


def starts_of(document: Document) -> tuple[str, ...]:
    """The pages of the items that have one, in their order."""
    by = {resource.get("identifier"): resource for resource in named(document.root, "resource")}
    wanted = (by.get(item.get("identifierref")) for item in named(document.root, "item"))
    found = [resource for resource in wanted if resource is not None and resource.get("href")]
    return tuple(dict.fromkeys(_base(resource) + str(resource.get("href")) for resource in found))


def examine(box: Box, document: Document) -> Iterator[Diagnostic]:
    """Everything that is wrong with the manifest."""
    root = document.root
    if local(root) != "manifest" or space(root) not in SPACES.values():
        hint = "SCORM manifests have <manifest> in the namespace of their version as root"
        yield error(
            "VER203", f"the root is <{local(root)}> in {space(root) or 'no namespace'}", document.at(root), hint=hint
        )
        return
    standard = standard_of(document)
    if not standard or SPACES[standard] != space(root):
        known = ", ".join(VERSIONS)
        hint = f"<schemaversion> must be one of: {known}; and fit the namespace"
        yield error("VER204", "the manifest does not say which SCORM it is", document.at(root), hint=hint)
        return
    found = [
        *_locations(box, document),
        *_identifiers(document),
        *_organizations(document),
        *_resources(box, document, standard),
        *_mastery(document),
    ]
    yield from found
    yield from _by_schema(document, {one.span.line for one in found})


def rules_for(document: Document) -> etree.XMLSchema | None:
    """The schema that the manifest must keep to, where it is here: we have those of 1.2 and of the 4th edition."""
    said = text(next(named(document.root, "schemaversion"), None))
    return schema(VERSIONS[said]) if said in ("1.2", "2004 4th Edition") else None


def _by_schema(document: Document, told: set[int]) -> Iterator[Diagnostic]:
    """What the schema says of the lines of which we have said nothing better."""
    rules = rules_for(document)
    if rules is None or rules.validate(document.root):
        return
    for problem in list(rules.error_log):  # type: ignore[call-overload]
        if problem.line not in told:
            message = re.sub(r"\{[^}]*\}", "", problem.message)
            hint = "see the standard, or ask the maker for a newer version"
            yield warning(
                "VER205", f"the schema does not allow this: {message}", Span(document.name, problem.line), hint=hint
            )


def _locations(box: Box, document: Document) -> Iterator[Diagnostic]:
    said = attribute(document.root, "schemaLocation").split()
    for name in said[1::2]:
        if not urlsplit(name).scheme and name not in box.names:
            hint = "put the file into the package, or do not name it"
            yield warning(
                "VER206", f"the manifest names the schema {name}, which is not here", document.at(document.root), hint=hint
            )


def _identifiers(document: Document) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for element in named(document.root, "manifest", "organization", "item", "resource"):
        name = element.get("identifier", "")
        if name in seen:
            hint = "an LMS keeps progress under it; give each its own"
            yield error("VER207", f"the identifier {name!r} is used twice", document.at(element), hint=hint)
        seen.add(name)
        if not _NCNAME.fullmatch(name):
            hint = "begin with a letter; then letters, digits, - _ and ."
            yield error("VER208", f"<{local(element)}> has the identifier {name!r}", document.at(element), hint=hint)


def _organizations(document: Document) -> Iterator[Diagnostic]:
    root = document.root
    outer = next(named(root, "organizations"), None)
    organizations = children(outer, "organization") if outer is not None else []
    if not organizations:
        hint = "add an <organization> with one <item>"
        yield error(
            "VER220", "the manifest has no organization, so there is nothing to start", document.at(root), hint=hint
        )
        return
    assert outer is not None
    default = outer.get("default", "")
    if default and default not in [organization.get("identifier") for organization in organizations]:
        hint = "name the identifier of an <organization>"
        yield error("VER220", f"the default organization {default!r} is not there", document.at(outer), hint=hint)
    known = {resource.get("identifier") for resource in named(root, "resource")}
    items = list(named(outer, "item"))
    for item in items:
        wanted = item.get("identifierref", "")
        if wanted and wanted not in known:
            hint = "name the identifier of a <resource>"
            yield error(
                "VER209", f"the item leads to the resource {wanted!r}, which is not there", document.at(item), hint=hint
            )
    for titled in (*organizations, *items):
        place = next(iter(children(titled, "title")), titled)
        title = text(place) if place is not titled else ""
        if not title:
            yield error("VER217", f"an {local(titled)} has no title", document.at(titled), hint="add a <title>")
        elif len(title) > _LONG:
            hint = f"Moodle stops the import over {_LONG}; keep to 200"
            yield error("VER217", f"the title has {len(title)} characters", document.at(place), hint=hint)
    if items and all(item.get("isvisible") == "false" for item in items):
        yield error(
            "VER218",
            "no item is visible, so the LMS shows nothing to start",
            document.at(items[0]),
            hint='isvisible="true"',
        )
    yield from _first(document, items)


def _first(document: Document, items: list[Element]) -> Iterator[Diagnostic]:
    wanted = next((item.get("identifierref") for item in items if item.get("identifierref")), "")
    launchable = [resource for resource in named(document.root, "resource") if resource.get("href")]
    known = any(resource.get("identifier") == wanted for resource in launchable)
    if known and launchable and launchable[0].get("identifier") != wanted:
        hint = "put the resource of the first item first"
        message = f"Open edX opens the first resource ({launchable[0].get('href')}), not that of the first item"
        yield warning("VER219", message, document.at(launchable[0]), hint=hint)


def _resources(box: Box, document: Document, standard: str) -> Iterator[Diagnostic]:
    resources = list(named(document.root, "resource"))
    if not any(resource.get("href") for resource in resources):
        yield error(
            "VER214", "no resource can be started", document.at(document.root), hint='give one <resource> an href="…"'
        )
    right = {"scorm12": "scormtype", "scorm2004": "scormType"}.get(standard, "")
    for resource in resources:
        kinds = [etree.QName(key).localname for key in resource.attrib]
        for name in kinds:
            if right and name.lower() == "scormtype" and name != right:
                hint = f"write adlcp:{right}"
                yield error(
                    "VER221", f"this SCORM has {right}, not {name}: the LMS finds no SCO", document.at(resource), hint=hint
                )
        base = _base(resource)
        for element in (resource, *children(resource, "file")):
            yield from _reference(box, document, element, base + element.get("href", ""))
    for place in named(document.root, "location"):
        if space(place).startswith("http://www.adlnet.org/xsd/adlcp"):
            yield from _reference(box, document, place, text(place))


def _base(element: Element) -> str:
    """xml:base of the element and all above it."""
    steps = [element, *element.iterancestors()]
    return "".join(step.get("{http://www.w3.org/XML/1998/namespace}base", "") for step in reversed(steps))


def _reference(box: Box, document: Document, element: Element, href: str) -> Iterator[Diagnostic]:
    if not href or (element.get("href") is None and not text(element)):
        return
    if urlsplit(href).scheme or href.startswith("//"):
        hint = "ship the file: many LMSs stop the import or the frame stays empty"
        yield warning("VER215", f"{href} is outside the package", document.at(element), hint=hint)
        return
    if "\\" in href:
        yield error("VER106", f"{href!r} has a backslash", document.at(element), hint="write / between folders and files")
        return
    name = unquote(href.split("#")[0].split("?")[0]).removeprefix("./")
    if name in box.names or href in box.names:
        return
    near = next((other for other in box.names if other.casefold() == name.casefold()), "")
    if near:
        hint = f"write {near}; most servers tell capital letters apart and the learner gets error 404"
        yield error("VER211", f"{name} is {near} in the package", document.at(element), hint=hint)
    elif local(element) == "resource":
        yield error(
            "VER210",
            f"the page to start, {name}, is not in the package",
            document.at(element),
            hint="add it, or mend the href",
        )
    else:
        yield error(
            "VER212", f"{name} is listed and not in the package", document.at(element), hint="add it, or take the line out"
        )


def _mastery(document: Document) -> Iterator[Diagnostic]:
    for element in named(document.root, "masteryscore", "minNormalizedMeasure"):
        least, most = (0.0, 100.0) if local(element) == "masteryscore" else (-1.0, 1.0)
        if not number_in(text(element), least, most):
            hint = f"a number from {least:g} to {most:g}; without one nobody can pass, or everybody does"
            yield error("VER216", f"the mastery is {text(element)!r}", document.at(element), hint=hint)


def number_in(value: str, least: float, most: float) -> bool:
    return bool(re.fullmatch(r"-?\d+(\.\d+)?", value)) and least <= float(value) <= most
