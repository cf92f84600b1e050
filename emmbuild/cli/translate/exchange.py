"""`emmbuild translate export` and `import`: files for translators, and what comes back from them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from emmbuild import judging, pipeline, registry
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.cli.translate.group import command, section_tree, targets
from emmbuild.core.diagnostics import Severity
from emmbuild.exchange.merging import REFUSED, Fate, Outcome, changes, outcomes
from emmbuild.exchange.parcel import Exchange, Parcel, Row
from emmbuild.localize import catalogs, packs, places, states, sync
from emmbuild.world import write_if_changed

TOO_LONG = ("TRQ111", "TRQ215")


def formats() -> dict[str, Exchange]:
    return {made.kind: made for made in registry.found("emmbuild.exchange", "FORMAT").values()}


def _folders(desk: pipeline.Desk, names: tuple[str, ...]) -> list[str]:
    return list(dict.fromkeys(f for name in names for f in packs.by_component(section_tree(desk, name))))


def rows_of(desk: pipeline.Desk, code: str, names: tuple[str, ...]) -> Iterator[Row]:
    """Every text of the sections in one language, with its state and what is wrong with it."""
    for name in names:
        tree = section_tree(desk, name)
        by_folder = sync.entries_of([tree])
        for folder, entries in sorted(by_folder.items(), key=lambda item: not item[0].startswith("modules")):
            units = packs.translations(desk.root, [folder], code)
            notes: dict[str, list[str]] = {}
            wrong, long = set(), set[str]()
            waived = {one: unit.note for one, unit in units.items() if unit.note}
            for check, pair, words in judging.faults(desk.pairs(tree, units, code), waived):
                long.update({pair.id} if check.code in TOO_LONG else ())
                notes.setdefault(pair.id, []).append(f"{check.title}: {words}")
                if check.severity is Severity.ERROR:
                    wrong.add(pair.id)
            for entry in entries:
                unit = units.get(entry.text.id)
                state = states.state_of(unit, entry.text.source, entry.text.id in wrong)
                note = "; ".join(notes.get(entry.text.id, ()))
                if unit and state is states.State.STALE:
                    note = "; ".join(filter(None, (f"was translated from: {unit.previous or unit.source}", note)))
                where = "; ".join(filter(None, (places.said(entry.place), desk.limit(entry.place, code))))
                yield Row(
                    entry.text.id, entry.text.source, unit.target if unit else "", state, where, note, entry.text.id in long
                )


def an_evening(rows: Iterator[Row], words: int) -> Iterator[Row]:
    """Rows from the start until `words` source words are reached; all where `words` is 0."""
    used = 0
    for row in rows:
        used += len(row.source.split())
        if words and used > words:
            return
        yield row


@command.command("export")
@click.argument("language")
@click.argument("sections", nargs=-1)
@click.option("--as", "kind", default="xlsx", show_default=True, help="xlsx, docx, po, xliff, xliff2, tmx or tbx.")
@click.option("--state", "-s", "wanted", multiple=True, help="Only texts in these states, separated by commas.")
@click.option("--words", type=click.IntRange(0), default=0, help="Stop after so many source words: one evening is 800.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=None, help="The file to write.")
@click.pass_context
def export(
    context: click.Context,
    language: str,
    sections: tuple[str, ...],
    kind: str,
    wanted: tuple[str, ...],
    words: int,
    out: Path | None,
) -> None:
    """Write the texts of SECTIONS (all by default) in LANGUAGE to a file for a translator."""
    root = course_folder(context)
    desk = pipeline.desk(root)
    (code,) = chosen((language,), targets(desk), "language")
    (made,) = (formats()[name] for name in chosen((kind,), tuple(formats()), "format"))
    names = chosen(sections or ("all",), desk.shelf.written, "section")
    asked = chosen(wanted or ("all",), tuple(states.State), "state")
    rows = tuple(an_evening((row for row in rows_of(desk, code, names) if row.state in asked), words))
    label = "-".join(sections) if sections else "course"
    source = desk.languages[desk.shelf.library.source_language]
    parcel = Parcel(label, desk.languages[code], source, rows, desk.terms(code))
    path = out or root / "build" / "translate" / f"{label}-{code}.{made.extension}"
    write_if_changed(path, made.write(parcel))
    click.echo(f"{len(rows)} texts, {sum(len(row.source.split()) for row in rows)} words: {path}")


@command.command("import")
@click.argument("language")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--apply", is_flag=True, help="Take the translations over; without it, only say what would happen.")
@click.option("--by", default="", help="Who translated: a role or initials; no full names, please.")
@click.pass_context
def import_command(context: click.Context, language: str, file: Path, apply: bool, by: str) -> None:
    """Bring FILE back, translated into LANGUAGE. Shows what would happen; --apply does it. Nothing is overwritten."""
    root = course_folder(context)
    desk = pipeline.desk(root)
    (code,) = chosen((language,), targets(desk), "language")
    made = next((f for f in formats().values() if f.read and f".{f.extension}" == file.suffix.lower()), None)
    if made is None or made.read is None:
        known = ", ".join(f".{f.extension}" for f in formats().values() if f.read)
        raise click.UsageError(f"{file.name}: only {known} come in")
    delivery = made.read(file.read_bytes())
    folders = _folders(desk, desk.shelf.written)
    packs_of = {folder: packs.translations(root, [folder], code) for folder in folders}
    units = {name: unit for found in packs_of.values() for name, unit in found.items()}
    whole = tuple(section_tree(desk, name) for name in desk.shelf.written)

    def faults(name: str, source: str, target: str) -> str:
        pairs = desk.pairs(whole, {name: states.Unit(source, target)}, code)
        return "; ".join(words for _, _, words in judging.faults(pairs, severity=Severity.ERROR))

    found = outcomes(delivery.rows, units, faults)
    for remark in delivery.remarks:
        click.echo(f"note: {remark}")
    _tell(found)
    taken = changes(found)
    if apply:
        for folder, mine in packs_of.items():
            _take(root / folder / "i18n", code, {name: new for name, new in taken.items() if name in mine}, by)
    click.echo(f"{len(taken)} translations {'taken' if apply else 'would be taken; --apply takes them'}")
    context.exit(1 if any(one.fate in REFUSED for one in found) else 0)


def _take(folder: Path, code: str, new: dict[str, catalogs.Written], by: str) -> None:
    """Write the translations, and note in the ledger that a person made them."""
    if not new:
        return
    path = folder / f"{code}.po"
    write_if_changed(path, catalogs.changed_text(path, new).encode("utf-8"))
    units = catalogs.read(path).units
    made = {
        states.Review(name, code, _pair(units[name]), states.State.TRANSLATED, by.replace("\t", " "))
        for name, change in new.items()
        if not change.stale
    }
    ledger = states.read_ledger(folder / states.LEDGER) | made
    write_if_changed(folder / states.LEDGER, states.ledger_text(ledger).encode("utf-8"))


def _pair(unit: states.Unit) -> str:
    return states.pair_hash(unit.source, unit.target)


def _tell(found: list[Outcome]) -> None:
    for fate in Fate:
        ones = [one for one in found if one.fate is fate]
        if ones:
            click.echo(f"{len(ones):>5} {fate}")
        for one in ones if fate in REFUSED else ():
            click.echo(f"      {one.row.id} ({one.row.where}){': ' + one.why if one.why else ''}")
            click.echo(f"        file: {one.row.target[:100]}")
            if one.now:
                click.echo(f"        here: {one.now[:100]}")
