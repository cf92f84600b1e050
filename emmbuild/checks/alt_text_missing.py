"""A figure has no alternative text."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.blocks.figure import SourceFigure
from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for node in walk.nodes(subject.everything):
        if isinstance(node, SourceFigure) and not node.alt_given:
            yield error(
                "FIG101", f"{node.path} has no alternative text", node.meta.span, hint="add a line :alt: what it shows"
            )


CHECK = Check(
    "FIG101",
    Severity.ERROR,
    "a figure has no alternative text",
    """People who use a screen reader hear the alternative text instead of the picture; Office files without it fail
accessibility checks. A picture that only decorates says `:alt: none`.""",
    bad=Example(
        body="""\
:::{figure} media/example.svg
:credit: emmbuild
:licence: CC BY 4.0
:::
"""
    ),
    good=Example(
        body="""\
:::{figure} media/example.svg
:alt: Two boxes joined by an arrow.
:credit: emmbuild
:licence: CC BY 4.0
:::
"""
    ),
    find=find,
)
