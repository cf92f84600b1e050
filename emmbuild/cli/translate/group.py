"""The group that the commands of `emmbuild translate` join."""

from __future__ import annotations

import click

from emmbuild import pipeline
from emmbuild.core.diagnostics import ContentError
from emmbuild.localize import packs


@click.group("translate")
def command() -> None:
    """Keep language packs up to date; exchange them with translators."""


def trees(desk: pipeline.Desk, names: tuple[str, ...]) -> list[object]:
    """The library's titles and everything of the sections that is translated."""
    found: list[object] = [packs.library_tree(desk.shelf.library), *desk.collections]
    return found + [section_tree(desk, name) for name in names]


def section_tree(desk: pipeline.Desk, name: str) -> object:
    """Everything of a section that is translated. Raises ContentError where its packs cannot be read."""
    read = desk.section(name)
    broken = tuple(problem for problem in read.problems if problem.code == "POF101")
    if broken:
        raise ContentError(*broken)
    return packs.section_tree(read.section, read.exercises)


def targets(desk: pipeline.Desk) -> tuple[str, ...]:
    """Languages that are translated into."""
    return tuple(code for code in desk.languages if code != desk.shelf.library.source_language)
