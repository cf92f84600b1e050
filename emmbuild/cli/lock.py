"""`emmbuild lock`: keep which state of the library a workshop was delivered with."""

from __future__ import annotations

import json

import click

from emmbuild import assembly, pipeline
from emmbuild.assembly import lock
from emmbuild.assembly.hall import Hall
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.workshop.locking import changes
from emmbuild.world import write_if_changed


@click.command("lock")
@click.argument("workshop")
@click.option("--dry-run", is_flag=True, help="Only show what changed.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def command(context: click.Context, workshop: str, dry_run: bool, as_json: bool) -> None:
    """Show what of the library changed since WORKSHOP was locked, and lock it as it is now."""
    root = course_folder(context)
    (name,) = chosen((workshop,), assembly.ids(root), "workshop")
    desk = pipeline.desk(root)
    hall = Hall(desk, name)
    old, new = lock.stored(desk, hall.lock_file), hall.lock
    found = changes(old, new) if old else {}
    if as_json:
        click.echo(json.dumps({"changes": found, "sections": new}, ensure_ascii=False, indent=1))
    else:
        for section, what in found.items():
            click.echo(f"{section}: {what}")
        if not found:
            click.echo("nothing changed since the lock" if old else f"{len(new)} sections locked for the first time")
    if not dry_run:
        write_if_changed(root / hall.lock_file, lock.text(new).encode("utf-8"))
