"""`emmbuild groups`: who sits in which group, and why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

import click

from emmbuild import assembly, pipeline
from emmbuild.assembly.hall import Hall
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.cli.show import report
from emmbuild.core.diagnostics import has_errors
from emmbuild.core.edition import Words
from emmbuild.workshop.grounds import why_not
from emmbuild.workshop.impossible import Impossible
from emmbuild.workshop.model import Participant, Placement, Workshop
from emmbuild.workshop.reshuffle import placed
from emmbuild.workshop.wording import language, say, sentences, told


@click.command("groups")
@click.argument("workshop")
@click.option("--why", metavar="CODE", help="Say why a participant (p031) sits there and not elsewhere.")
@click.option("--seed", type=click.IntRange(0, 2**31), help="Try another mixture; the recipe is not changed.")
@click.option("--lang", "-l", "lang", default="en", help="The language of the reasons.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def command(context: click.Context, workshop: str, why: str | None, seed: int | None, lang: str, as_json: bool) -> None:
    """Put the participants of WORKSHOP into its groups and show the result."""
    root = course_folder(context)
    (name,) = chosen((workshop,), assembly.ids(root), "workshop")
    desk = pipeline.desk(root)
    (code,) = chosen((lang,), tuple(desk.languages), "language")
    words = desk.words(desk.languages[code])
    hall = Hall(desk, name)
    people, problems = hall.people
    report(problems, root)
    if has_errors(problems):
        context.exit(1)
    recipe = hall.read[0]
    if not people:
        wanted = recipe.audience.participants or "participants.csv"
        hint = f"put {hall.folder}/{wanted} there, or name the list in the recipe: audience: {{participants: …}}"
        raise click.UsageError(f"nobody is to be placed: {hint}")
    if seed is not None:
        allocate = replace(recipe.groups.allocate, seed=seed)
        recipe = replace(recipe, groups=replace(recipe.groups, allocate=allocate))
    found, rounds = placed(recipe, people)
    if isinstance(found, Impossible) or found is None:
        _impossible(found, words, as_json)
        context.exit(1)
    by_code = {person.code: person for person in people}
    if why is not None:
        if why not in by_code:
            raise click.UsageError(f"nobody has the code {why!r}; `emmbuild groups {name}` shows them")
        _why(by_code[why], recipe, rounds or {"": found}, words, as_json)
    elif as_json:
        shown = {session: _as_json(one, words) for session, one in rounds.items()} or _as_json(found, words)
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    else:
        for session, one in (rounds or {"": found}).items():
            if session:
                click.secho(f"{session}", bold=True)
            _show(one, recipe, by_code, words)
        if seed is not None and seed != hall.read[0].groups.allocate.seed:
            click.echo(f"To keep this mixture write into the recipe: groups: {{allocate: {{seed: {seed}}}}}")


def _impossible(found: Impossible | None, words: Words, as_json: bool) -> None:
    why, ways = told(found, words) if found else ("the recipe has no groups", ())
    if as_json:
        click.echo(json.dumps({"impossible": why, "ways": ways}, ensure_ascii=False, indent=1))
        return
    click.secho("impossible: ", fg="red", bold=True, nl=False, err=True)
    click.echo(why, err=True)
    for way in ways:
        click.echo(f"  try: {way}", err=True)


def _as_json(placement: Placement, words: Words) -> dict[str, object]:
    reasons = {code: sentences(reasons, words) for code, reasons in placement.reasons.items()}
    return {"groups": placement.groups, "cost": placement.cost, "reasons": reasons}


def _show(placement: Placement, workshop: Workshop, people: Mapping[str, Participant], words: Words) -> None:
    for group in workshop.groups.groups:
        codes = placement.groups[group.name]
        spoken = words.join([language(code, words) for code in group.langs])
        click.secho(f"{group.name}", bold=True, nl=False)
        click.echo(f"  {len(codes)} people, room {group.room}, {spoken}")
        for code in codes:
            person = people[code]
            where = ", ".join(part for part in (person.country, person.agency) if part)
            marks = " (step-free)" if person.step_free else ""
            click.echo(f"   {code}  {person.name} · {', '.join(person.langs)} · {where}{marks}")
        for attribute in (*workshop.groups.allocate.spread, *workshop.groups.allocate.balance):
            click.echo(f"   {attribute}: {_mixture([people[code].attribute(attribute) for code in codes])}")
    click.echo(f"Unevenness: {placement.cost} (0 = as even as can be)")


def _mixture(values: list[str]) -> str:
    """ "6 f, 6 m"; where everybody differs, that alone."""
    counts = Counter(value for value in values if value)
    if counts and max(counts.values()) == 1 and len(counts) > 2:
        return "all different"
    return ", ".join(f"{count} {value}" for value, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _why(person: Participant, workshop: Workshop, rounds: Mapping[str, Placement], words: Words, as_json: bool) -> None:
    found = {}
    for session, placement in rounds.items():
        group = placement.group_of(person.code)
        elsewhere = {
            other.name: sentences(
                why_not(person, other.name, workshop.groups, workshop.event.rooms, placement.groups), words
            )
            for other in workshop.groups.groups
            if other.name != group
        }
        reasons = tuple(say(reason, words) for reason in placement.reasons[person.code])
        found[session] = {"group": group, "reasons": reasons, "elsewhere": elsewhere}
        if as_json:
            continue
        click.secho(f"{person.code} {person.name}: {session + ' ' if session else ''}group {group}", bold=True)
        for line in reasons:
            click.echo(f"  {line}")
        for name, against in elsewhere.items():
            click.echo(f"  {name}: {' '.join(against) or words('people.not-better')}")
    if as_json:
        click.echo(json.dumps(found.get("", found), ensure_ascii=False, indent=1))
