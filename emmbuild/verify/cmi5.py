"""cmi5.xml of a cmi5 package: the course structure of the cmi5 specification, section 13."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from emmbuild.core.diagnostics import Diagnostic, error, warning
from emmbuild.verify.box import Box
from emmbuild.verify.manifest import number_in
from emmbuild.verify.tree import Document, Element, children, local, named, space, text

SPACE = "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"
MOVE_ON = ("Passed", "Completed", "CompletedAndPassed", "CompletedOrPassed", "NotApplicable")
LAUNCH = ("OwnWindow", "AnyWindow")
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S+")


def examine(box: Box, document: Document) -> Iterator[Diagnostic]:
    root = document.root
    if local(root) != "courseStructure" or space(root) != SPACE:
        hint = f"the root is <courseStructure xmlns={SPACE!r}>"
        yield error(
            "VER203", f"the root is <{local(root)}> in {space(root) or 'no namespace'}", document.at(root), hint=hint
        )
        return
    courses, units = children(root, "course"), list(named(root, "au"))
    if not courses or not units:
        yield error(
            "VER214", "there is no course, or nothing in it can be started", document.at(root), hint="add <course> and <au>"
        )
    yield from _identifiers(document, [*courses, *named(root, "block"), *units])
    for unit in units:
        yield from _unit(box, document, unit)


def _identifiers(document: Document, elements: list[Element]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for element in elements:
        name = element.get("id", "")
        if name in seen:
            hint = "an LRS keeps progress under it; give each its own"
            yield error("VER207", f"the id {name!r} is used twice", document.at(element), hint=hint)
        seen.add(name)
        if not _IRI.fullmatch(name):
            yield error("VER208", f"<{local(element)}> has the id {name!r}", document.at(element), hint="it must be an IRI")
        title = next(iter(children(element, "title")), None)
        if title is None or not text(title):
            yield error("VER217", f"<{local(element)}> has no title", document.at(element), hint="add <title><langstring>")


def _unit(box: Box, document: Document, unit: Element) -> Iterator[Diagnostic]:
    url = text(next(iter(children(unit, "url")), None))
    if urlsplit(url).scheme:
        yield warning("VER215", f"{url} is outside the package", document.at(unit), hint="ship the page in the package")
    elif url.split("?")[0].split("#")[0] not in box.names:
        yield error(
            "VER210", f"the page to start, {url or '(none)'}, is not in the package", document.at(unit), hint="mend <url>"
        )
    mastery = unit.get("masteryScore")
    if mastery is not None and not number_in(mastery, 0, 1):
        yield error("VER216", f"the mastery is {mastery!r}", document.at(unit), hint="a number from 0 to 1")
    for name, known in (("moveOn", MOVE_ON), ("launchMethod", LAUNCH)):
        value = unit.get(name)
        if value is not None and value not in known:
            yield error("VER225", f"{name} is {value!r}", document.at(unit), hint="one of: " + ", ".join(known))
