"""Looks at any SCORM or cmi5 package, ours or not, as an LMS would before it takes it. Nothing is unpacked to disk."""

from __future__ import annotations

from dataclasses import dataclass

from emmbuild.core.diagnostics import Diagnostic, Span, error
from emmbuild.verify import cmi5, manifest, pages
from emmbuild.verify.box import Box, opened
from emmbuild.verify.tree import Document, children, named, read, text

MANIFEST, STRUCTURE = "imsmanifest.xml", "cmi5.xml"


@dataclass(frozen=True, slots=True)
class Verdict:
    """`standard` is scorm12, scorm2004, cmi5 or empty; `by_schema` says whether the real schema was asked; `starts` are
    the pages of the units, the first one first."""

    standard: str
    title: str
    files: int
    by_schema: bool
    starts: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]

    @property
    def start(self) -> str:
        return self.starts[0] if self.starts else ""


def verify(data: bytes) -> Verdict:
    """What kind of package it is, and everything that is wrong with it."""
    box, found = opened(data)
    if box is None:
        return Verdict("", "", 0, False, (), found)
    name = next((name for name in (MANIFEST, STRUCTURE) if name in box.names), "")
    if not name:
        return Verdict("", "", len(box.names), False, (), (*found, _no_manifest(box)))
    document, unread = read(box, name)
    if document is None:
        return Verdict("", "", len(box.names), False, (), (*found, *unread))
    return _examined(box, document, (*found, *unread))


def _examined(box: Box, document: Document, found: tuple[Diagnostic, ...]) -> Verdict:
    scorm = document.name == MANIFEST
    standard = manifest.standard_of(document) if scorm else "cmi5"
    more = manifest.examine(box, document) if scorm else cmi5.examine(box, document)
    title = _title(document)
    checked = scorm and manifest.rules_for(document) is not None
    starts = manifest.starts_of(document) if scorm else tuple(text(url) for url in named(document.root, "url"))
    return Verdict(standard, title, len(box.names), checked, starts, (*found, *more, *pages.examine(box, scorm)))


def _title(document: Document) -> str:
    """Of the first organization or course; of several languages the first."""
    owner = next(named(document.root, "organization", "course"), None)
    title = next(iter(children(owner, "title")), None) if owner is not None else None
    spoken = next(iter(children(title, "langstring")), title) if title is not None else None
    return text(spoken)


def _no_manifest(box: Box) -> Diagnostic:
    inside = next((name for name in box.names if name.rsplit("/", 1)[-1] in (MANIFEST, STRUCTURE)), "")
    if inside:
        hint = "zip what is in the folder, not the folder"
        return error("VER102", "the manifest is in a folder; LMSs look for it at the root", Span(inside), hint=hint)
    near = next((name for name in box.names if name.lower() in (MANIFEST, STRUCTURE)), "")
    hint = f"rename {near}: capital letters count" if near else "build the package again for SCORM or cmi5"
    return error("VER103", f"there is neither {MANIFEST} nor {STRUCTURE}", hint=hint)


__all__ = ["Verdict", "verify"]
