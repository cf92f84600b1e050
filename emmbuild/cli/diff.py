"""`emmbuild diff OLD NEW`: may the new package replace the old one in an LMS?"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from emmbuild.world import PACKAGE_LIMIT, read_file

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("diff")
@click.argument("old", type=_FILE)
@click.argument("new", type=_FILE)
@click.option("--json", "as_json", is_flag=True, help="Print the difference as JSON.")
@click.pass_context
def command(context: click.Context, old: Path, new: Path, as_json: bool) -> None:
    """Say what replacing the package OLD by NEW does to attempts that learners have begun.

    Exit code 0: replace in place; 1: the structure changed.
    """
    from emmbuild.verify.difference import difference

    found = difference(read_file(old, PACKAGE_LIMIT), read_file(new, PACKAGE_LIMIT))
    if found is None:
        raise click.UsageError("one of the files is no SCORM or cmi5 package; `emmbuild verify` says why")
    if as_json:
        click.echo(json.dumps(asdict(found), ensure_ascii=False, indent=1))
    else:
        verdict = "replace in place: the LMS finds every attempt again" if found.in_place else "structure changed"
        click.echo(verdict if found.content else f"{verdict}; the files are the same")
        for line in found.effects:
            click.echo(f"  {line}")
        if found.content:
            click.echo(f"  files that differ: {', '.join(found.content[:8])}{' …' if len(found.content) > 8 else ''}")
    context.exit(0 if found.in_place else 1)
