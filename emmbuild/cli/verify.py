"""`emmbuild verify FILE…`: would an LMS take this package?"""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from emmbuild.cli.show import report
from emmbuild.core.diagnostics import has_errors
from emmbuild.world import PACKAGE_LIMIT, read_file

_NAMES = {"scorm12": "SCORM 1.2", "scorm2004": "SCORM 2004", "cmi5": "cmi5"}


@click.command("verify")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the verdicts as JSON.")
@click.pass_context
def command(context: click.Context, files: tuple[Path, ...], as_json: bool) -> None:
    """Check SCORM and cmi5 packages, ours or not, before an LMS does."""
    from emmbuild.verify import verify

    verdicts = [(file, verify(read_file(file, PACKAGE_LIMIT))) for file in files]
    if as_json:
        shown = [
            {**asdict(verdict), "file": str(file), "diagnostics": [d.as_dict() for d in verdict.diagnostics]}
            for file, verdict in verdicts
        ]
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    else:
        for file, verdict in verdicts:
            report(verdict.diagnostics, file)
            kind = _NAMES.get(verdict.standard, "not a package that we know")
            schema = ", valid by its schema" if verdict.by_schema and not verdict.diagnostics else ""
            state = "nothing found" if not verdict.diagnostics else f"{len(verdict.diagnostics)} findings"
            click.echo(f"{file.name}: {kind}, {verdict.files} files{schema}: {state}")
    context.exit(1 if any(has_errors(verdict.diagnostics) for _, verdict in verdicts) else 0)
