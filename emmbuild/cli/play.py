"""`emmbuild play FILE.zip`: the package in a local LMS page."""

from __future__ import annotations

from pathlib import Path

import click

from emmbuild.cli.show import report
from emmbuild.core.diagnostics import has_errors
from emmbuild.world import PACKAGE_LIMIT, read_file


@click.command("play")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port on this computer. Default: any free one.")
@click.pass_context
def command(context: click.Context, file: Path, port: int) -> None:
    """Show a SCORM package in a local LMS page, with every call it makes; Ctrl+C ends it."""
    from emmbuild.rehearsal import serve
    from emmbuild.verify import verify

    data = read_file(file, PACKAGE_LIMIT)
    verdict = verify(data)
    if has_errors(verdict.diagnostics):
        report(verdict.diagnostics, file)
        context.exit(1)
    if not verdict.standard.startswith("scorm"):
        raise click.UsageError("only SCORM packages can be played; cmi5 needs a learning record store")
    server = serve(data, verdict.standard, verdict.title or file.name, verdict.starts, port)
    click.echo(f"{file.name} plays at http://127.0.0.1:{server.server_address[1]}/  (Ctrl+C ends it)")
    with server:
        server.serve_forever()
