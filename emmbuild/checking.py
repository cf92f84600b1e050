"""Runs the checks over a section, and words the place of each finding for its reader."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from emmbuild import registry
from emmbuild.core.diagnostics import Diagnostic, Severity
from emmbuild.core.nodes import Heading, Library, Section
from emmbuild.core.subject import Check, Subject
from emmbuild.core.text import Text


@cache
def catalogue() -> dict[str, Check]:
    """Code → check, in the order of the codes."""
    found = {check.code: check for check in registry.found("emmbuild.checks", "CHECK").values()}
    return dict(sorted(found.items()))


def findings(subject: Subject) -> tuple[Diagnostic, ...]:
    """What the checks find in the section; nothing is raised, nothing stops at the first."""
    return tuple(found for check in catalogue().values() if check.find for found in check.find(subject))


def placed(diagnostics: Iterable[Diagnostic], section: Section, library: Library) -> tuple[Diagnostic, ...]:
    """The diagnostics with their trail ("Volume 2 › 2.6 Migration and Labour › Fair recruitment"), worst first."""
    headings = sorted(
        (node.meta.span.line, _title(node))
        for node in section.blocks
        if node.meta.span.file == section.file and _title(node)
    )
    volume = library.volume_of(section.id)
    start = [f"Volume {volume.id}" if volume.kind == "sections" else volume.title.plain] if volume else []
    start.append(f"{section.id} {section.front.title.plain}")

    def trail(diagnostic: Diagnostic) -> str:
        if diagnostic.trail or not diagnostic.span.file:
            return diagnostic.trail
        if diagnostic.span.file != section.file:
            return " › ".join([*start, diagnostic.span.file.rsplit("/", 1)[-1]])
        above = [title for line, title in headings if line <= diagnostic.span.line]
        return " › ".join(start + above[-1:])

    order = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
    found = {replace(diagnostic, trail=trail(diagnostic)) for diagnostic in diagnostics}
    return tuple(sorted(found, key=lambda d: (order[d.severity], d.span, d.code, d.message)))


def _title(node: object) -> str:
    """What a reader would call the place: a heading, a title, or the kind of block ("Guiding questions")."""
    if isinstance(node, Heading):
        return node.text.plain
    title = getattr(node, "title", None)
    if isinstance(title, Text) and title:
        return title.plain
    rich = type(node).__module__.startswith("emmbuild.blocks.")
    return re.sub(r"(?<=[a-z])([A-Z])", lambda m: f" {m[1].lower()}", type(node).__name__) if rich else ""
