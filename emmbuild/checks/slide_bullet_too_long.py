"""A slide's bullet is too long."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.nodes import Item, Slide
from emmbuild.core.subject import Check, Example, Subject

LIMIT = 14


def find(subject: Subject) -> Iterator[Diagnostic]:
    for node in walk.nodes(subject.section.blocks):
        if isinstance(node, Slide):
            for item in walk.nodes(node.columns):
                if isinstance(item, Item) and len(item.text.plain.split()) > LIMIT:
                    yield warning("SLD101", "this bullet is too long for a slide", item.text.span, hint="12 words at most")


CHECK = Check(
    "SLD101",
    Severity.WARNING,
    "a slide's bullet is too long",
    """A room reads a slide in seconds. Twelve words is what people take in at a glance; the full sentence belongs
into the text, which goes to the speaker notes.""",
    bad=Example(
        body="""\
:::{slide} Why people move
- People move because wages differ between countries and because somebody they know has already gone there before them
:::
"""
    ),
    good=Example(
        body="""\
:::{slide} Why people move
- Wages differ; networks help
:::
"""
    ),
    find=find,
)
