"""`emmbuild results`: what came back from a workshop → report, tables, news, certificates; better durations."""

from __future__ import annotations

from pathlib import Path

import click

from emmbuild import assembly, manifest, pipeline
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.cli.show import report
from emmbuild.core.diagnostics import has_errors
from emmbuild.world import write_if_changed


@click.command("results")
@click.argument("workshop")
@click.option("--lang", "-l", "langs", multiple=True, help="Languages of the report. Default: the working languages.")
@click.option("--to", "-t", "kinds", multiple=True, help="Kinds of files (docx, pdf, xlsx, html, text, csv). Default: all.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="Default: build/.")
@click.option("--adopt", is_flag=True, help="Write the proposed durations into workshop.yaml.")
@click.pass_context
def command(
    context: click.Context,
    workshop: str,
    langs: tuple[str, ...],
    kinds: tuple[str, ...],
    out: Path | None,
    adopt: bool,
) -> None:
    """Make the course report of WORKSHOP from the files in its results/ folder (CSV or XLSX; Kobo, ODK, Moodle)."""
    from emmbuild.assembly import after
    from emmbuild.assembly.build import Wish
    from emmbuild.assembly.hall import Hall

    root = course_folder(context)
    desk = pipeline.desk(root)
    [name] = chosen((workshop,), assembly.ids(root), "workshop") or ("",)
    hall = Hall(desk, name)
    if has_errors(problems := hall.read[1]):
        report(problems, root)
        context.exit(1)
    found, facts, said = after.results(hall)
    if not any((found.sittings, found.replies, found.attended, found.runs)):
        report(said, root)
        raise click.UsageError(
            f"{hall.folder}/results/ holds no results yet; `emmbuild build {name}` makes results-entry.xlsx to type into"
        )
    where = (out or root / "build").resolve()
    wish = Wish(
        chosen(langs, tuple(desk.languages), "language"), tuple(kind for value in kinds for kind in value.split(","))
    )
    made, more = after.make(hall, facts, wish, where)
    manifest.write(where, made)
    report((*said, *more), root)
    click.echo(
        f"{len(found.sittings)} tests, {len(found.replies)} forms, attendance of {len(found.attended or ())}, "
        f"{len(found.runs)} timed sessions"
    )
    better = {one.session.id: one.proposed for one in facts.timings if one.proposed != one.session.minutes}
    for one in facts.timings:
        if one.session.id in better:
            click.echo(f"  {one.session.id}: planned {one.session.minutes} min, took {one.real:g}; proposed {one.proposed}")
    if adopt and better:
        _adopt(root / hall.file, better)
    elif better:
        click.echo(f"  `emmbuild results {name} --adopt` writes these durations into {hall.file}")
    click.echo(f"{len(made)} files in {where / name}")
    context.exit(1 if has_errors((*said, *more)) else 0)


def _adopt(path: Path, better: dict[str, int]) -> None:
    from emmbuild.readers.recipe.splice import with_minutes

    text = path.read_text("utf-8")
    write_if_changed(path, with_minutes(text, better).encode())
    click.echo(f"  {len(better)} durations changed in {path.name}; `emmbuild check` tells whether the days still add up")
