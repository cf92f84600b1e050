"""`emmbuild build`: targets × languages × formats → files and a manifest."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from emmbuild import binding, files, frozen, manifest, pipeline
from emmbuild.cli.build_workshop import asked_for, built
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


def _bindings(
    targets: tuple[str, ...],
    sections: tuple[str, ...],
    languages: tuple[str, ...],
    shape: str,
    bundle: bool,
    name: str,
    title: str,
) -> tuple[binding.Binding, ...]:
    """What to bind: each section, or all in the order they were typed; all languages at once or one after another."""
    spoken = (languages,) if bundle else tuple((language,) for language in languages)
    if shape == "single":
        return tuple(binding.Binding(one, (one,), together, shape) for one in sections for together in spoken)
    typed = [part.strip() for value in targets for part in value.split(",")]
    ordered = tuple(sorted(sections, key=lambda one: typed.index(one) if one in typed else len(typed)))
    known = name or binding.name_of(ordered)
    if not known:
        raise click.UsageError("so many sections need a lasting name: add --name; ids in the LMS come from it")
    if not re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,39}", known):
        raise click.UsageError("--name takes small letters a–z, digits, points and hyphens, 40 at most")
    titles = {languages[0]: title} if title else {}
    return tuple(binding.Binding(known, ordered, together, shape, titles) for together in spoken)


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
@click.option(
    "--shape",
    type=click.Choice(binding.SHAPES),
    default="single",
    show_default=True,
    help="LMS packages: one for each section, all in one with a menu, or in one with a part for each section.",
)
@click.option("--bundle", is_flag=True, help="LMS packages: all languages in one package, with a choice of language.")
@click.option("--name", default="", help="With --shape menu or multi: a lasting name; ids in the LMS come from it.")
@click.option("--title", default="", help="With --shape menu or multi: the title. Default: the library's.")
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
    shape: str,
    bundle: bool,
    name: str,
    title: str,
    release: bool,
    jobs: int | None,
    as_json: bool,
) -> None:
    """Make decks, workbooks and packages of TARGETS: ids (`emmbuild list targets` shows them), all (all sections, the
    default) or workshops (all of them). A workshop is built in its own languages unless --lang says otherwise."""
    root = course_folder(context)
    desk = pipeline.desk(root, theme)
    bound = bundle or shape != "single"
    sections, meetings = asked_for(targets, desk)
    asked = tuple(name for value in langs for name in value.split(","))
    offered = (*desk.languages, *(code for code in pseudo.LANGUAGES if code in asked))
    chosen_langs = chosen(langs or (desk.shelf.library.source_language,), offered, "language")
    usual = ("scorm12",) if bound else tuple(kind for kind, made in pipeline.formats().items() if made.usual)
    offered_kinds = tuple(binding.formats()) if bound else (*pipeline.formats(), files.PDF)
    chosen_kinds = chosen(kinds or usual, offered_kinds, "format") if sections else ()
    if bound and source == "frozen":
        raise click.UsageError("--source frozen is for one section and language a package; leave out --shape and --bundle")
    wanted = _bindings(targets, sections, chosen_langs, shape, bundle, name, title) if bound else ()
    _ = desk.theme  # a wrong theme is reported before anything is built
    where = (out or root / "build").resolve()
    policy = Policy(State(min_status or ("reviewed" if release else "draft")), fallback, release)
    found: list[Diagnostic] = list(desk.shelf.problems)
    with TemporaryDirectory(prefix="emmbuild-") as folder:
        then = {
            (section, code): one
            for section in (sections if source == "frozen" else ())
            for code in chosen_langs
            if (one := frozen.frozen(root, theme, section, code, Path(folder)))
        }
        places = {(section, code): root for section in sections for code in chosen_langs}
        places.update({key: one.root for key, one in then.items()})
        sound = set()
        for section, place in dict.fromkeys((section, place) for (section, _), place in places.items()):
            problems = pipeline.desk(place, theme).check(section)
            found += problems
            if not has_errors(problems):
                sound.add((section, place))
        if bound:
            results = [
                binding.bind(desk, one, kind, where, policy)
                for one in wanted
                if {(section, root) for section in one.sections} <= sound
                for kind in chosen_kinds
            ]
        else:
            tasks = [
                pipeline.Task(place, theme, section, (code,), chosen_kinds, where, policy)
                for (section, code), place in places.items()
                if (section, place) in sound
            ]
            results = pipeline.run(tasks, jobs or os.cpu_count() or 1, _progress(len(tasks)))
    artefacts = [artefact for made, _ in results for artefact in made]
    found += [problem for _, problems in results for problem in problems]
    for meeting in meetings:
        made, said = built(meeting, desk, langs, kinds, where)
        artefacts += made
        found += said
    found = list(dict.fromkeys(found))
    manifest.write(where, artefacts)
    if as_json:
        old = {f"{section} {code}": asdict(one.moment) for (section, code), one in then.items()}
        shown = {"frozen": old, "artefacts": [asdict(a) for a in artefacts], "messages": [d.as_dict() for d in found]}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    else:
        report(found, root)
        for (section, code), one in then.items():
            click.echo(f"{section} {code}: from the source of {one.moment.day} ({one.moment.revision[:8]})")
        left = len({key[0] for key, place in places.items() if (key[0], place) not in sound})
        rest = f"; {left} sections with errors were not built" if left else ""
        click.echo(f"{len(artefacts)} files in {where}{rest}")
        click.echo(f"list: {where / manifest.NAME}")
    context.exit(1 if has_errors(found) else 0)
