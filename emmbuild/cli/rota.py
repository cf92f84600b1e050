"""`emmbuild rota`: which facilitators are with which group, and what changes when somebody cannot come."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

import click

from emmbuild import assembly, pipeline
from emmbuild.assembly.hall import Hall
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.core.edition import Words
from emmbuild.readers.recipe.members import with_member, with_part, with_session
from emmbuild.workshop import rota as rotas
from emmbuild.workshop.impossible import Impossible
from emmbuild.workshop.model import Rota, Workshop
from emmbuild.workshop.standing_in import stand_ins
from emmbuild.workshop.wording import told
from emmbuild.world import write_if_changed


@click.command("rota")
@click.argument("workshop")
@click.option("--without", "without", multiple=True, metavar="NAME", help="Plan again without this facilitator.")
@click.option("--single", "single", multiple=True, metavar="GROUP", help="Let one facilitator do in this group.")
@click.option("--write", is_flag=True, help="Put this into the recipe, so that builds follow.")
@click.option("--lang", "-l", "lang", default="en", help="The language of the reasons.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def command(
    context: click.Context,
    workshop: str,
    without: tuple[str, ...],
    single: tuple[str, ...],
    write: bool,
    lang: str,
    as_json: bool,
) -> None:
    """Show who is with which group in the break-outs of WORKSHOP, with as few changes as can be when people fall out."""
    root = course_folder(context)
    (name,) = chosen((workshop,), assembly.ids(root), "workshop")
    desk = pipeline.desk(root)
    (code,) = chosen((lang,), tuple(desk.languages), "language")
    words = desk.words(desk.languages[code])
    hall = Hall(desk, name)
    recipe = hall.scene.workshop
    missing = chosen(without, [one.id for one in recipe.team], "facilitator") if without else ()
    alone = chosen(single, [group.name for group in recipe.groups.groups], "group") if single else ()
    if write and not missing and not alone:
        raise click.UsageError("--write goes with --without NAME or --single GROUP")
    if not rotas.breakouts(recipe) or not recipe.groups.groups:
        raise click.UsageError(f"{name} has no break-outs in groups, so nobody needs a rota")
    before = rotas.plan(recipe)
    alone = tuple(dict.fromkeys((*recipe.groups.one_facilitator, *alone)))
    recipe = replace(recipe, groups=replace(recipe.groups, one_facilitator=alone))
    found = rotas.plan(recipe, missing)
    if isinstance(found, Impossible):
        _impossible(found, words, f"emmbuild rota {name}", missing, as_json)
    else:
        changes = rotas.changes(before, found) if isinstance(before, Rota) else ()
        if as_json:
            plain = [{"session": c.session, "group": c.group, "gone": c.gone, "come": c.come} for c in changes]
            click.echo(json.dumps({"rota": found.pairs, "changes": plain}, ensure_ascii=False, indent=1))
        else:
            _show(found, recipe)
            _changes(changes, recipe, missing)
    if write:
        _write(hall, missing, alone if single else (), as_json)
    context.exit(1 if isinstance(found, Impossible) else 0)


def _impossible(found: Impossible, words: Words, call: str, missing: Sequence[str], as_json: bool) -> None:
    why, ways = told(found, words)
    if as_json:
        click.echo(json.dumps({"impossible": why, "ways": ways, "proven": found.proven}, ensure_ascii=False, indent=1))
        return
    click.secho("impossible: ", fg="red", bold=True, nl=False, err=True)
    click.echo(why + ("" if found.proven else " (the search was cut short)"), err=True)
    for reason, way in zip(found.ways, ways, strict=True):
        click.echo(f"  try: {way}", err=True)
        if reason.key == "people.way-single":
            options = [f"--without {one}" for one in missing]
            options += [f"--single {group}" for group in reason.values["groups"].split()]
            click.echo(f"       {call} {' '.join(options)}", err=True)


def _show(rota: Rota, workshop: Workshop) -> None:
    """A table: one line a group, one column a break-out."""
    titles = {session.id: f"{session.id} (day {session.day}, {session.section})" for session in rotas.breakouts(workshop)}
    cells = {id: {group: " + ".join(team) for group, team in groups.items()} for id, groups in rota.pairs.items()}
    width = {id: max(len(titles[id]), *map(len, groups.values())) for id, groups in cells.items()}
    click.secho("group  " + "  ".join(titles[id].ljust(width[id]) for id in cells), bold=True)
    for group in workshop.groups.groups:
        row = "  ".join(cells[id].get(group.name, "").ljust(width[id]) for id in cells)
        click.echo(f"{group.name:<5}  {row}  {', '.join(group.langs)}")


def _changes(changes: Sequence[rotas.Change], workshop: Workshop, missing: Sequence[str]) -> None:
    if changes:
        click.echo(f"\n{len(changes)} change{'s' if len(changes) > 1 else ''}:")
    for change in changes:
        gone, come = " + ".join(change.gone), " + ".join(change.come)
        what = f"{come} instead of {gone}" if gone and come else f"without {gone}" if gone else f"{come} too"
        click.echo(f"  {change.session}, group {change.group}: {what}")
    for id, by in stand_ins(workshop, missing).items():
        session = workshop.session(id)
        led = ", ".join(name for name in session.by if name in missing) if session else ""
        click.echo(f"  {id}: {', '.join(by)} instead of {led}" if by else f"  {id}: nobody is free to take it from {led}")


def _write(hall: Hall, missing: Sequence[str], single: Sequence[str], as_json: bool) -> None:
    """Mark people and groups in the recipe: one small change each, everything else stays as it was typed."""
    text = hall.desk.shelf.course.read_text(hall.file)
    for session, by in stand_ins(hall.scene.workshop, missing).items():
        text = with_session(text, session, "by", f"[{', '.join(by)}]") or text
    for name in missing:
        changed = with_member(text, name, "absent", "true")
        if changed is None:
            raise click.UsageError(
                f"{hall.file} has no line for {name}; the team comes from the template, so copy it first"
            )
        text = changed
    if single:
        text = with_part(text, "groups", "one_facilitator", f"[{', '.join(single)}]")
    write_if_changed(hall.desk.root / hall.file, text.encode("utf-8"))
    if not as_json:
        done = [f"{', '.join(missing)} absent"] if missing else []
        done += [f"one facilitator in {', '.join(single)}"] if single else []
        click.echo(f"\n{hall.file}: {'; '.join(done)}. `emmbuild build {hall.id}` follows")
