"""`emmbuild translate status`: sections × languages × states."""

from __future__ import annotations

import json

import click

from emmbuild import judging, pipeline
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.cli.translate.group import command, section_tree, targets
from emmbuild.localize import packs, progress
from emmbuild.localize.states import State


@command.command("status")
@click.argument("sections", nargs=-1)
@click.option("--lang", "-l", "langs", multiple=True, help="Language codes, separated by commas. Default: all.")
@click.option("--json", "as_json", is_flag=True)
@click.option("--html", "as_html", is_flag=True, help="Print one web page.")
@click.pass_context
def status(context: click.Context, sections: tuple[str, ...], langs: tuple[str, ...], as_json: bool, as_html: bool) -> None:
    """Show how far SECTIONS (all by default) are: source words by state, for each language."""
    root = course_folder(context)
    desk = pipeline.desk(root)
    codes = chosen(langs or ("all",), targets(desk), "language")
    rows = []
    for name in chosen(sections or ("all",), desk.shelf.written, "section"):
        tree = section_tree(desk, name)
        by_folder = packs.by_component(tree)
        texts = [text for found in by_folder.values() for text in found]
        for code in codes:
            units = packs.translations(root, by_folder, code)
            wrong = judging.faulty(desk.pairs(tree, units, code))
            rows.append(progress.measured(name, code, texts, units, wrong))
    if as_json:
        click.echo(json.dumps([row.as_dict() for row in rows], indent=1))
    elif as_html:
        click.echo(progress.page(rows, desk.languages), nl=False)
    else:
        for row in rows:
            share = 100 * row.shown_words // max(row.all_words, 1)
            said = ", ".join(f"{row.words[state]} {state}" for state in State if row.words.get(state))
            click.echo(f"{row.section:<6} {row.language:<4} {share:>3} % of {row.all_words} words: {said}")
