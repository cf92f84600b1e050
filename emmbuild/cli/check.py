"""`emmbuild check`: what is wrong with sections, without building anything."""

from __future__ import annotations

import json

import click

from emmbuild import pipeline
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.cli.show import report
from emmbuild.core.diagnostics import Diagnostic, has_errors


@click.command("check")
@click.argument("targets", nargs=-1)
@click.option("--lang", "-l", "langs", multiple=True, help="Check the translations into these languages instead.")
@click.option("--json", "as_json", is_flag=True, help="Print the messages as JSON.")
@click.pass_context
def command(context: click.Context, targets: tuple[str, ...], langs: tuple[str, ...], as_json: bool) -> None:
    """Find mistakes in TARGETS: section ids, or all (the default)."""
    root = course_folder(context)
    desk = pipeline.desk(root)
    names = chosen(targets or ("all",), desk.shelf.written, "section")
    codes = chosen(langs, tuple(desk.languages), "language")
    found: list[Diagnostic] = [*desk.shelf.problems, *desk.check_collections()]
    for name in names:
        if codes:
            found += (d for code in codes for d in desk.check_translations(name, code))
        else:
            found += desk.check(name)
    if as_json:
        click.echo(json.dumps([d.as_dict() for d in found], ensure_ascii=False, indent=1))
    else:
        report(found, root)
        if not found:
            click.echo(f"{len(names)} section{'s' if len(names) != 1 else ''} checked, nothing found")
    context.exit(1 if has_errors(found) else 0)
