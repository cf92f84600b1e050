"""`emmbuild register`: people trained over all workshops, in numbers."""

from __future__ import annotations

import json
from pathlib import Path

import click

from emmbuild import assembly, pipeline
from emmbuild.cli.main import course_folder
from emmbuild.world import write_if_changed


@click.command("register")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A .csv or .json file; else on screen.")
@click.option("--json", "as_json", is_flag=True, help="Print as JSON.")
@click.pass_context
def command(context: click.Context, out: Path | None, as_json: bool) -> None:
    """Count participants of all workshops by sex, country, agency, language, section and year. No names."""
    from emmbuild.assembly import forgetting
    from emmbuild.assembly.hall import Hall
    from emmbuild.render.csv_table import csv_table
    from emmbuild.workshop.kept import register

    if out is not None and out.suffix.lower() not in (".csv", ".json"):
        raise click.UsageError(f"{out.name}: --out makes .csv or .json files")
    root = course_folder(context)
    desk = pipeline.desk(root)
    records = [one for one in forgetting.records(Hall(desk, name) for name in assembly.ids(root)) if one.count]
    counts = register(records)
    data = {"workshops": len(records), "participants": sum(one.count for one in records), "by": counts}
    rows = [(name, value, count) for name, values in counts.items() for value, count in values.items()]
    if out is not None:
        text = (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
        write_if_changed(
            out.resolve(), text if out.suffix.lower() == ".json" else csv_table(("by", "value", "people"), rows)
        )
    if as_json:
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    click.echo(f"{data['participants']} participants in {len(records)} workshops")
    for name, values in counts.items():
        click.echo(f"{name}:")
        for value, count in values.items():
            click.echo(f"  {count:6}  {value}")
