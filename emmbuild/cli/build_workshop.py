"""What `emmbuild build` does with workshops: which were asked for, and how one is built."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from emmbuild import assembly, pipeline
from emmbuild.cli.choices import chosen
from emmbuild.core.diagnostics import Diagnostic, has_errors


def asked_for(typed: tuple[str, ...], desk: pipeline.Desk) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The sections and the workshops that were asked for; every section where nothing was."""
    known = assembly.ids(desk.root)
    words = [word.strip() for value in typed or ("all",) for word in value.split(",") if word.strip()]
    meetings = known if "workshops" in words else tuple(name for name in known if name in words)
    others = [word for word in words if word not in known and word != "workshops"]
    return (chosen(others, desk.shelf.written, "section or workshop") if others else ()), meetings


def built(
    name: str, desk: pipeline.Desk, langs: tuple[str, ...], kinds: tuple[str, ...], out: Path
) -> tuple[list[pipeline.Artefact], list[Diagnostic]]:
    """The files of one workshop; none where its recipe has errors."""
    from emmbuild.assembly.build import Wish, build
    from emmbuild.assembly.hall import Hall

    hall = Hall(desk, name)
    found = list(hall.check())
    if has_errors(found):
        return [], found

    def show(step: str) -> None:
        if sys.stderr.isatty():
            click.echo(f"\r\033[K{name}: {step}", nl=False, err=True)

    only = tuple(kind for value in kinds for kind in value.split(",") if kind != "all")
    made, said = build(hall, Wish(chosen(langs, tuple(desk.languages), "language"), only), out, show)
    return made, [*found, *said]
