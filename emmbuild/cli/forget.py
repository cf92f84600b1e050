"""`emmbuild forget`: remove the personal data of a workshop, keep counts."""

from __future__ import annotations

from pathlib import Path

import click

from emmbuild import assembly, pipeline
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder


@click.command("forget")
@click.argument("workshop")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="Where it was built: build/.")
@click.pass_context
def command(context: click.Context, workshop: str, yes: bool, out: Path | None) -> None:
    """Remove the list of participants, the results and the private files of WORKSHOP; keep counts in kept.json."""
    from emmbuild.assembly import forgetting
    from emmbuild.assembly.hall import Hall
    from emmbuild.workshop.kept import FILE

    root = course_folder(context)
    desk = pipeline.desk(root)
    [name] = chosen((workshop,), assembly.ids(root), "workshop") or ("",)
    hall, where = Hall(desk, name), (out or root / "build").resolve()
    todo = forgetting.plan(hall, where)
    if not todo.remove:
        click.echo(f"there are no personal data of {name}")
        return
    click.echo(f"{name}: {todo.counts.count} participants; this will be removed for good:")
    for path in todo.remove:
        click.echo(f"  {path.relative_to(root) if path.is_relative_to(root) else path}")
    if not yes and not click.confirm("Remove it? Only counts are kept", default=False):
        click.echo("nothing was changed")
        context.exit(1)
    forgetting.carry_out(hall, todo, where)
    click.echo(f"kept: {hall.folder}/{FILE}")
    still = list(forgetting.left(todo.people, (root / hall.folder, where / name)))
    for path in still:
        click.echo(f"warning: a name is still in {path}; remove this file, it is not one of ours", err=True)
    if not still:
        click.echo(f"searched every file of {hall.folder} and {where / name}: no name is left")
    context.exit(1 if still else 0)
