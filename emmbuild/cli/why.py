"""`emmbuild why FILE`: what an output file was made from."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import click

from emmbuild import manifest


@click.command("why")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def command(context: click.Context, file: Path, as_json: bool) -> None:
    """Say what the output FILE was made from."""
    path = file.resolve()
    for folder in path.parents:
        for entry in manifest.read(folder):
            if (folder / entry["path"]).resolve() == path:
                _show(entry, path, as_json)
                return
    raise click.UsageError(f"no manifest.json above {file} lists it; was it made by emmbuild?")


def _show(entry: dict[str, object], path: Path, as_json: bool) -> None:
    changed = sha256(path.read_bytes()).hexdigest() != entry.get("sha256")
    if as_json:
        click.echo(json.dumps({**entry, "changed_since": changed}, ensure_ascii=False, indent=1))
        return
    click.echo(f"{entry['path']}: {entry['kind']} of {entry['target']} in {entry['language']}, for the {entry['audience']}")
    for source in entry.get("sources", ()):  # type: ignore[attr-defined]
        folder = str(source).rsplit("/", 1)[0]
        click.echo(f"  from {source}" + ("" if entry["language"] == "en" else f" and {folder}/i18n/{entry['language']}.po"))
    facts = entry.get("facts")
    for name, value in facts.items() if isinstance(facts, dict) else ():
        click.echo(f"  {name}: {value}")
    click.echo("  changed by somebody since it was built" if changed else "  as it was built")
