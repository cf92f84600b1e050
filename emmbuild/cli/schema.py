"""`emmbuild schema`: the JSON Schema of the front matter, for editors."""

from __future__ import annotations

import json

import click

from emmbuild.readers import front_matter


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of the front matter."""
    click.echo(json.dumps(front_matter.schema(), ensure_ascii=False, indent=2))
