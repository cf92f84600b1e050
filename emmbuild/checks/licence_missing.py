"""A figure names no licence or no credit."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.blocks.figure import SourceFigure
from emmbuild.core import walk
from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.subject import Check, Example, Subject


def find(subject: Subject) -> Iterator[Diagnostic]:
    for node in walk.nodes(subject.everything):
        if isinstance(node, SourceFigure) and not (node.credit and node.licence):
            lacks = "licence" if node.credit else "credit"
            yield warning("FIG102", f"{node.path} names no {lacks}", node.meta.span, hint=f"add a line :{lacks}: …")


CHECK = Check(
    "FIG102",
    Severity.WARNING,
    "a figure names no licence or no credit",
    """A workbook is copied, changed and sold on; without credit and licence nobody may.""",
    bad=Example(
        body="""\
:::{figure} media/example.svg
:alt: Two boxes.
:credit: emmbuild
:::
"""
    ),
    good=Example(
        body="""\
:::{figure} media/example.svg
:alt: Two boxes.
:credit: emmbuild
:licence: CC BY 4.0
:::
"""
    ),
    find=find,
)
