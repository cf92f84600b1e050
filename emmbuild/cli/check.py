"""`emmbuild check`: what is wrong with sections, without building anything."""

from __future__ import annotations

import json

import click

from emmbuild import assembly, pipeline
from emmbuild.assembly import hall
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
    """Find mistakes in TARGETS: section ids, workshop ids, or all (the default: every section and workshop)."""
    root = course_folder(context)
    desk = pipeline.desk(root)
    meetings = assembly.ids(root)
    everything = (*desk.shelf.written, *meetings)
    names = chosen(targets or ("all",), everything, "section or workshop")
    codes = chosen(langs, tuple(desk.languages), "language")
    found: list[Diagnostic] = [*desk.shelf.problems, *desk.check_collections()]
    if names == everything:
        found += (d for code in codes for d in desk.check_loose_translations(code))
    for name in names:
        if name in meetings:
            found += hall.Hall(desk, name).check() if not codes else ()
        elif codes:
            found += (d for code in codes for d in desk.check_translations(name, code))
        else:
            found += desk.check(name)
    if as_json:
        click.echo(json.dumps([d.as_dict() for d in found], ensure_ascii=False, indent=1))
    else:
        report(found, root)
        if not found:
            click.echo(f"{_counted(names, meetings)} checked, nothing found")
    context.exit(1 if has_errors(found) else 0)


def _counted(names: tuple[str, ...], meetings: tuple[str, ...]) -> str:
    """ "32 sections and 2 workshops"."""
    counts = (sum(name not in meetings for name in names), "section"), (sum(name in meetings for name in names), "workshop")
    return " and ".join(f"{count} {what}{'s' if count != 1 else ''}" for count, what in counts if count)
