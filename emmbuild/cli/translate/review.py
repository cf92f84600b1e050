"""`emmbuild translate review`: put a person's word for translations into the ledger."""

from __future__ import annotations

from pathlib import Path

import click

from emmbuild import judging, pipeline
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.cli.translate.group import command, section_tree, targets
from emmbuild.localize import packs, states
from emmbuild.world import write_if_changed


@command.command("review")
@click.argument("language")
@click.argument("section")
@click.argument("texts", nargs=-1)
@click.option("--approve", is_flag=True, help="Approved, not only reviewed.")
@click.option("--by", default="", help="A role or initials; no full names, please.")
@click.pass_context
def review(context: click.Context, language: str, section: str, texts: tuple[str, ...], approve: bool, by: str) -> None:
    """Mark TEXTS (ids; all by default) of SECTION in LANGUAGE as reviewed. Missing, stale and faulty ones are left out."""
    root = course_folder(context)
    desk = pipeline.desk(root)
    (code,) = chosen((language,), targets(desk), "language")
    (name,) = chosen((section,), desk.shelf.written, "section")
    word = states.State.APPROVED if approve else states.State.REVIEWED
    count = left = 0
    tree = section_tree(desk, name)
    for folder, found in packs.by_component(tree).items():
        units = packs.translations(root, [folder], code)
        wrong = judging.faulty(desk.pairs(tree, units, code))
        new = set()
        for text in found:
            if texts and text.id not in texts:
                continue
            state = states.state_of(units.get(text.id), text.source, text.id in wrong)
            if state.rank < states.State.DRAFT.rank or units[text.id].fuzzy:
                left += 1
                continue
            unit = units[text.id]
            new.add(states.Review(text.id, code, states.pair_hash(unit.source, unit.target), word, by.replace("\t", " ")))
        count += len(new)
        if new:
            _add(root / folder / "i18n" / states.LEDGER, new)
    click.echo(f"{count} texts are {word}; {left} left out (missing, draft, stale or faulty)")


def _add(path: Path, new: set[states.Review]) -> None:
    write_if_changed(path, states.ledger_text(states.read_ledger(path) | new).encode("utf-8"))
