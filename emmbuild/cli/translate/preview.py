"""`emmbuild translate preview`: a section side by side with its translation, with states, faults and room."""

from __future__ import annotations

from pathlib import Path

import click

from emmbuild import pipeline
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.cli.translate.exchange import rows_of
from emmbuild.cli.translate.group import command, section_tree, targets
from emmbuild.exchange.side_by_side import page
from emmbuild.world import write_if_changed


@command.command("preview")
@click.argument("language")
@click.argument("section")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=None, help="The page to write.")
@click.pass_context
def preview(context: click.Context, language: str, section: str, out: Path | None) -> None:
    """Write one HTML page that shows SECTION beside its translation into LANGUAGE."""
    root = course_folder(context)
    desk = pipeline.desk(root)
    (code,) = chosen((language,), targets(desk), "language")
    (name,) = chosen((section,), desk.shelf.written, "section")
    section_tree(desk, name)
    rows = tuple(rows_of(desk, code, (name,)))
    source = desk.languages[desk.shelf.library.source_language]
    title = f"{name} {desk.section(name).section.front.title.plain}"
    path = out or root / "build" / "translate" / f"{name}-{code}.html"
    write_if_changed(path, page(title, desk.languages[code], source, rows).encode("utf-8"))
    click.echo(f"{len(rows)} texts, {sum(row.too_long for row in rows)} too long for a slide: {path}")
