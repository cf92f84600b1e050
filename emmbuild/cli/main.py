"""The `emmbuild` command and its exit codes: 0 fine, 1 the content has errors, 2 wrong use, 3 our bug."""

from __future__ import annotations

import importlib
import os
import sys
import traceback
from pathlib import Path

import click

from emmbuild import __version__

COMMANDS = {
    "build": "Make decks, workbooks and packages.",
    "check": "Find mistakes in sections.",
    "collect": "Put filled worksheets side by side.",
    "diff": "Say what a new package does to the attempts of an old one.",
    "explain": "Say what a message code means and how to cure it.",
    "fit": "Propose how a workshop fits into fewer days.",
    "forget": "Remove the personal data of a workshop, keep counts.",
    "groups": "Put participants into groups, and say why.",
    "list": "List sections, exercises, languages, formats, themes or checks.",
    "lock": "Keep which state of the library a workshop was delivered with.",
    "new": "Start a section, an exercise file, a language, a theme or a workshop.",
    "play": "Show a SCORM package in a local LMS page.",
    "preview": "Show a deck as one picture with all its slides.",
    "register": "Count the participants of all workshops.",
    "results": "Make the report, tables and certificates from the results of a workshop.",
    "rota": "Plan who facilitates which group, also without somebody.",
    "schema": "Print the JSON Schema of the front matter.",
    "translate": "Keep language packs up to date.",
    "verify": "Check a SCORM or cmi5 package, ours or not.",
    "why": "Say what an output file was made from.",
}


class Commands(click.Group):
    """Loads a command's module only when it is called, so that --help starts at once."""

    def list_commands(self, context: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, context: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = importlib.import_module(f"emmbuild.cli.{name}").command
        assert isinstance(command, click.Command)
        return command

    def format_commands(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="emmbuild")
@click.option(
    "--course",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="The course folder (with modules/library.yaml); found from here upwards by default.",
)
@click.pass_context
def cli(context: click.Context, course: Path | None) -> None:
    """Compile course sections into slide decks, workbooks and LMS packages in many languages."""
    context.obj = course


def course_folder(context: click.Context) -> Path:
    """The course folder of this call. Raises a usage error (exit 2) where there is none."""
    given = context.find_root().obj
    for folder in [given] if given else [Path.cwd(), *Path.cwd().parents]:
        if (folder / "modules" / "library.yaml").is_file():
            return Path(folder).resolve()
    where = f"in {given}" if given else "here or in a folder above"
    raise click.UsageError(f"there is no course {where}: modules/library.yaml is missing")


def main() -> None:
    """Run the command line; never shows a stack trace unless EMMBUILD_TRACE is set."""
    from emmbuild.core.diagnostics import ContentError

    try:
        code = cli.main(standalone_mode=False)
        sys.exit(code if isinstance(code, int) else 0)
    except click.ClickException as problem:
        problem.show()
        sys.exit(2)
    except ContentError as problem:
        from emmbuild.cli.show import report

        report(problem.diagnostics, Path.cwd())
        sys.exit(1)
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped; files that were finished are complete, nothing is half-written", err=True)
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as problem:
        click.echo(f"error: {problem.strerror or problem}: {problem.filename or ''}", err=True)
        click.echo("  try: check free space and permissions; outputs made before are untouched", err=True)
        sys.exit(1)
    except Exception as problem:  # the last net: our own bug
        if os.environ.get("EMMBUILD_TRACE"):
            traceback.print_exc()
        click.echo(f"error: this is a bug in emmbuild: {type(problem).__name__}: {problem}", err=True)
        click.echo("  try: report it with the command you typed; EMMBUILD_TRACE=1 shows the details", err=True)
        sys.exit(3)
