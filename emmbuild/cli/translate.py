"""`emmbuild translate`: sync language packs with the sources, and show how far they are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from emmbuild import pipeline
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.localize import packs, sync
from emmbuild.world import write_if_changed


@click.group("translate")
def command() -> None:
    """Keep language packs up to date."""


def _trees(desk: pipeline.Desk, names: tuple[str, ...]) -> list[object]:
    trees: list[object] = [packs.library_tree(desk.shelf.library), *desk.collections]
    for name in names:
        read = desk.section(name)
        trees.append(packs.section_tree(read.section, read.exercises))
    return trees


@command.command("sync")
@click.argument("targets", nargs=-1)
@click.option("--add", "-a", multiple=True, help="Languages to start packs for, separated by commas, or all.")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; exit 1 when something lags behind.")
@click.pass_context
def sync_command(context: click.Context, targets: tuple[str, ...], add: tuple[str, ...], only_check: bool) -> None:
    """Bring registries and PO files up to date with the sources. No translation is ever lost."""
    root = course_folder(context)
    desk = pipeline.desk(root)
    names = chosen(targets or ("all",), desk.shelf.written, "section")
    rules = {code: known.plurals for code, known in desk.languages.items() if code != desk.shelf.library.source_language}
    files = sync.files(root, _trees(desk, names), rules, chosen(add, tuple(rules), "language"))
    stale = [name for name, text in files.items() if not _holds(root / name, text)]
    for name in stale:
        if not only_check:
            write_if_changed(root / name, files[name].encode("utf-8"))
        click.echo(("behind: " if only_check else "updated: ") + name)
    click.echo(f"{len(files)} files, {len(stale)} {'behind' if only_check else 'updated'}")
    context.exit(1 if only_check and stale else 0)


def _holds(path: Path, text: str) -> bool:
    return path.is_file() and path.read_bytes() == text.encode("utf-8")


@command.command("status")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def status(context: click.Context, as_json: bool) -> None:
    """Show sections × languages: how many words are translated, and how many are stale."""
    root = course_folder(context)
    desk = pipeline.desk(root)
    rows: list[dict[str, Any]] = []
    for name in desk.shelf.written:
        for language in desk.languages:
            if language == desk.shelf.library.source_language:
                continue
            got = desk.edition_maker(name, language).coverage
            rows.append(
                {
                    "section": name,
                    "language": language,
                    "words": got.words,
                    "translated": got.translated_words,
                    "texts": got.texts,
                    "missing": got.texts - got.translated,
                    "stale": got.stale,
                }
            )
    if as_json:
        click.echo(json.dumps(rows, indent=1))
        return
    for row in rows:
        share = 100 * row["translated"] // max(row["words"], 1)
        click.echo(
            f"{row['section']:<6} {row['language']:<4} {share:>3} % of {row['words']} words; "
            f"{row['missing']} texts missing, {row['stale']} stale"
        )
