"""`emmbuild translate sync` and `forecast`: what an edit means for the language packs."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from emmbuild import pipeline
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.cli.translate.group import command, targets, trees
from emmbuild.localize import sync
from emmbuild.localize.catalogs import Edited
from emmbuild.localize.changes import Change
from emmbuild.world import write_if_changed


def _plan(root: Path, names: tuple[str, ...], add: tuple[str, ...], minor: tuple[str, ...]) -> sync.Plan:
    desk = pipeline.desk(root)
    sections = chosen(names or ("all",), desk.shelf.written, "section")
    codes = targets(desk)
    rules = {code: desk.languages[code].plurals for code in codes}
    return sync.plan(root, trees(desk, sections), rules, chosen(add, codes, "language"), frozenset(minor), desk.limit)


@command.command("sync")
@click.argument("sections", nargs=-1)
@click.option("--add", "-a", multiple=True, help="Languages to start packs for, separated by commas, or all.")
@click.option("--minor", multiple=True, help="A text (its id, or all) whose change needs no translator.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 when something lags behind.")
@click.pass_context
def sync_command(
    context: click.Context, sections: tuple[str, ...], add: tuple[str, ...], minor: tuple[str, ...], only_check: bool
) -> None:
    """Bring registries and PO files up to date with SECTIONS. No translation is ever lost."""
    root = course_folder(context)
    made = _plan(root, sections, add, minor)
    late = [name for name, text in made.files.items() if not _holds(root / name, text)]
    for name in late:
        if not only_check:
            write_if_changed(root / name, made.files[name].encode("utf-8"))
        click.echo(("behind: " if only_check else "updated: ") + name)
    for line in told(made.edits):
        click.echo(line)
    click.echo(f"{len(made.files)} files, {len(late)} {'behind' if only_check else 'updated'}")
    context.exit(1 if only_check and late else 0)


@command.command("forecast")
@click.argument("sections", nargs=-1)
@click.pass_context
def forecast(context: click.Context, sections: tuple[str, ...]) -> None:
    """Say, before a commit, what the edits of SECTIONS cost translators. Writes nothing."""
    made = _plan(course_folder(context), sections, (), ())
    lines = told(made.edits)
    for line in lines:
        click.echo(line)
    if not lines:
        click.echo("no translation becomes stale")


def told(edits: Iterable[Edited]) -> list[str]:
    """What the edits did to the translations, in sentences."""
    found = list(edits)
    stale = [edit for edit in found if edit.stale]
    lines = []
    for change, words in _KEPT.items():
        kept = {edit.id for edit in found if edit.change is change and not edit.stale}
        if kept:
            lines.append(f"{change}: {', '.join(sorted(kept))}: {words}")
    if stale:
        codes = sorted({edit.language for edit in stale})
        effort = sum(edit.words for edit in stale) // len(codes)
        texts = len({edit.id for edit in stale})
        lines.append(
            f"these edits make {texts} text{'s' if texts > 1 else ''} stale in {len(codes)} "
            f"language{'s' if len(codes) > 1 else ''} ({', '.join(codes)}), about {effort} words each"
        )
        lines.append("  an edit that changes no meaning? `emmbuild translate sync --minor ID` keeps its translations")
    return lines


_KEPT = {
    Change.NONE: "only white space; translations stand",
    Change.COSMETIC: "capitals or punctuation; translations stand",
    Change.PLACEABLE: "a number, address or reference was replaced in the translations too",
    Change.WORDING: "kept as they are",
}


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode("utf-8")
