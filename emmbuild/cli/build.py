"""`emmbuild build`: targets × languages × formats → files and a manifest."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from emmbuild import frozen, manifest, pipeline
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.cli.show import report
from emmbuild.core.diagnostics import Diagnostic, has_errors
from emmbuild.localize import pseudo
from emmbuild.localize.packs import Policy
from emmbuild.localize.states import STEPS, State


def _progress(total: int) -> Callable[[pipeline.Task, pipeline.Result], None]:
    """Counts finished pieces of work on the screen; silent where standard error is no terminal."""
    done = 0

    def show(task: pipeline.Task, result: pipeline.Result) -> None:
        nonlocal done
        done += 1
        if sys.stderr.isatty():
            end = "\n" if done == total else ""
            click.echo(
                f"\r\033[Kbuilding {done}/{total}: {task.section} {', '.join(task.languages)}{end}", nl=False, err=True
            )

    return show


@click.command("build")
@click.argument("targets", nargs=-1)
@click.option(
    "--lang",
    "-l",
    "langs",
    multiple=True,
    help="Language codes, separated by commas, or all; made-up ones: qps-ploc, qps-plocm, qps-cjk. Default: en.",
)
@click.option(
    "--to",
    "-t",
    "kinds",
    multiple=True,
    help="Formats, separated by commas, or all. Default: decks, documents and SCORM packages.",
)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="Output folder. Default: build/."
)
@click.option("--theme", default="default", show_default=True, help="A folder in themes/.")
@click.option(
    "--min-status",
    type=click.Choice([str(step) for step in STEPS]),
    default=None,
    help="The least state of a translation that is shown. Default: draft; with --release: reviewed.",
)
@click.option(
    "--fallback",
    type=click.Choice(["stale", "source", "fail"]),
    default="stale",
    show_default=True,
    help="For a translation older than its source: show it, show the source, or build nothing.",
)
@click.option(
    "--source",
    type=click.Choice(["newest", "frozen"]),
    default="newest",
    show_default=True,
    help="Translate the newest source, its gaps marked, or the source as it was when a language was last complete.",
)
@click.option("--release", is_flag=True, help="Build a language only where nothing is missing, stale, faulty or below.")
@click.option("--jobs", "-j", type=click.IntRange(1, 64), default=None, help="Processes. Default: one per core.")
@click.option("--json", "as_json", is_flag=True, help="Print the artefacts and messages as JSON.")
@click.pass_context
def command(
    context: click.Context,
    targets: tuple[str, ...],
    langs: tuple[str, ...],
    kinds: tuple[str, ...],
    out: Path | None,
    theme: str,
    min_status: str | None,
    fallback: str,
    source: str,
    release: bool,
    jobs: int | None,
    as_json: bool,
) -> None:
    """Make decks, workbooks and packages of TARGETS: section ids, or all (the default)."""
    root = course_folder(context)
    desk = pipeline.desk(root, theme)
    sections = chosen(targets or ("all",), desk.shelf.written, "section")
    asked = tuple(name for value in langs for name in value.split(","))
    offered = (*desk.languages, *(code for code in pseudo.LANGUAGES if code in asked))
    chosen_langs = chosen(langs or (desk.shelf.library.source_language,), offered, "language")
    usual = tuple(kind for kind, made in pipeline.formats().items() if made.usual)
    chosen_kinds = chosen(kinds or usual, tuple(pipeline.formats()), "format")
    _ = desk.theme  # a wrong theme is reported before anything is built
    where = (out or root / "build").resolve()
    policy = Policy(State(min_status or ("reviewed" if release else "draft")), fallback, release)
    found: list[Diagnostic] = list(desk.shelf.problems)
    with TemporaryDirectory(prefix="emmbuild-") as folder:
        then = {
            (name, code): one
            for name in (sections if source == "frozen" else ())
            for code in chosen_langs
            if (one := frozen.frozen(root, theme, name, code, Path(folder)))
        }
        tasks = []
        skipped = set()
        for name in sections:
            for code in chosen_langs:
                place = then[name, code].root if (name, code) in then else root
                problems = pipeline.desk(place, theme).check(name)
                found += problems
                if has_errors(problems):
                    skipped.add(name)
                else:
                    tasks.append(pipeline.Task(place, theme, name, (code,), chosen_kinds, where, policy))
        results = pipeline.run(tasks, jobs or os.cpu_count() or 1, _progress(len(tasks)))
    artefacts = [artefact for made, _ in results for artefact in made]
    found = list(dict.fromkeys((*found, *(problem for _, problems in results for problem in problems))))
    manifest.write(where, artefacts)
    if as_json:
        old = {f"{name} {code}": asdict(one.moment) for (name, code), one in then.items()}
        shown = {"frozen": old, "artefacts": [asdict(a) for a in artefacts], "messages": [d.as_dict() for d in found]}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    else:
        report(found, root)
        for (name, code), one in then.items():
            click.echo(f"{name} {code}: from the source of {one.moment.day} ({one.moment.revision[:8]})")
        click.echo(
            f"{len(artefacts)} files in {where}"
            + (f"; {len(skipped)} sections with errors were not built" if skipped else "")
        )
        click.echo(f"list: {where / manifest.NAME}")
    context.exit(1 if has_errors(found) else 0)
