"""`emmbuild verify FILE…`: would an LMS take this package?"""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from emmbuild.cli.show import report
from emmbuild.core.diagnostics import has_errors
from emmbuild.world import PACKAGE_LIMIT, read_file

if TYPE_CHECKING:
    from emmbuild.verify import Verdict

_NAMES = {"scorm12": "SCORM 1.2", "scorm2004": "SCORM 2004", "cmi5": "cmi5"}


@click.command("verify")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--play", "played", is_flag=True, help="Also play SCORM packages in Chromium: right, wrong, resumed …")
@click.option("--json", "as_json", is_flag=True, help="Print the verdicts as JSON.")
@click.pass_context
def command(context: click.Context, files: tuple[Path, ...], played: bool, as_json: bool) -> None:
    """Check SCORM and cmi5 packages, ours or not, before an LMS does."""
    from emmbuild.verify import verify

    verdicts = []
    for file in files:
        data = read_file(file, PACKAGE_LIMIT)
        verdict = verify(data)
        verdicts.append((file, _with_play(data, verdict, file.name) if played else verdict))
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


def _with_play(data: bytes, verdict: Verdict, name: str) -> Verdict:
    """The verdict, with what playing showed; a package with errors is not played, and cmi5 needs a record store."""
    from emmbuild.rehearsal import headless

    if has_errors(verdict.diagnostics) or not verdict.standard.startswith("scorm"):
        reason = "it needs a learning record store" if verdict.standard == "cmi5" else "it has errors"
        click.echo(f"{name}: not played: {reason}", err=True)
        return verdict
    found = list(headless.play(data, verdict.standard, verdict.title or name, verdict.starts))
    for unit in found:
        whose = "" if unit.ours else " (not made by emmbuild: its buttons were pressed)"
        click.echo(f"{name}: {unit.start} played in {unit.ways} ways{whose}", err=True)
    messages = (message for unit in found for message in unit.messages())
    return replace(verdict, diagnostics=(*verdict.diagnostics, *messages))
