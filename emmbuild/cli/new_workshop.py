"""`emmbuild new workshop`: asks the few things that a template cannot know, and writes a recipe that passes every check."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import click

from emmbuild import assembly, pipeline, skeletons
from emmbuild.cli.main import course_folder
from emmbuild.readers import recipe
from emmbuild.world import write_if_changed

_ID = r"[a-z0-9][a-z0-9-]{1,60}"


def _asked(value: str | None, question: str, default: str, ok: Callable[[str], str]) -> str:
    """The value of an option, or what is typed on the screen; the default where nobody can be asked."""
    if value is not None:
        problem = ok(value)
        if problem:
            raise click.UsageError(problem)
        return value
    if not sys.stdin.isatty():
        return default
    while True:
        typed = str(click.prompt(question, default=default))
        problem = ok(typed)
        if not problem:
            return typed
        click.echo(f"  {problem}", err=True)


def _fine(typed: str) -> str:
    return ""


def _days(typed: str) -> str:
    try:
        found = [date.fromisoformat(part.strip()) for part in typed.split(",") if part.strip()]
    except ValueError:
        return "write the days like 2027-04-13, 2027-04-14"
    return "" if found == sorted(set(found)) else "write each day once, the first one first"


def _known(pool: tuple[str, ...], what: str) -> Callable[[str], str]:
    def ok(typed: str) -> str:
        wrong = [part for part in _parts(typed) if part not in pool]
        return f"there is no {what} {wrong[0]!r}; there are {', '.join(pool)}" if wrong else ""

    return ok


def _parts(typed: str) -> list[str]:
    return [part for part in re.split(r"[,\s]+", typed) if part]


@click.command("workshop")
@click.argument("name")
@click.option("--from", "template", default=None, help="Template; asked for where it is not given.")
@click.option("--title", default=None)
@click.option("--dates", default=None, help="Days, separated by commas: 2027-04-13,2027-04-14.")
@click.option("--city", default=None)
@click.option("--country", default=None, help="Country of the venue, two letters (TN): holidays depend on it.")
@click.option("--timezone", default=None, help="Full name: Africa/Tunis.")
@click.option("--lang", "-l", "langs", default=None, help="Working languages: en,fr.")
@click.option("--sections", default=None, help="Sections to teach: 2.6,3.12.")
@click.option("--people", type=click.IntRange(1, 10_000), default=None, help="How many participants are expected.")
@click.pass_context
def command(
    context: click.Context,
    name: str,
    template: str | None,
    title: str | None,
    dates: str | None,
    city: str | None,
    country: str | None,
    timezone: str | None,
    langs: str | None,
    sections: str | None,
    people: int | None,
) -> None:
    """Start the workshop NAME (small letters, digits, hyphens) in workshops/NAME/. What no option says is asked."""
    root = course_folder(context)
    desk = pipeline.desk(root)
    if not re.fullmatch(_ID, name):
        raise click.UsageError(f"{name!r} cannot be a workshop's name; use small letters, digits and hyphens: tunis-2027")
    folder = root / assembly.FOLDER / name
    if folder.exists():
        raise click.UsageError(f"{assembly.FOLDER}/{name} is already there; nothing was changed")
    offered = recipe.templates()
    chosen = _asked(template, f"Template ({', '.join(offered)})", "regional-2-day", _known(offered, "template"))
    count, wanted = recipe.shape_of(chosen)
    ready = desk.shelf.written
    first = " ".join(ready[:wanted])
    picked = _asked(sections, f"Sections to teach ({wanted})", first, _known(ready, "section")) if wanted else ""
    spoken = _asked(langs, "Working languages", "en", _known(tuple(desk.languages), "language"))
    answers = skeletons.Workshop(
        name,
        chosen,
        _asked(title, "Title", name.replace("-", " ").capitalize(), _fine),
        _parts(_asked(dates, f"Days ({count})", _next_days(count), _days)),
        _asked(city, "City", "", _fine),
        _asked(country, "Country (two letters)", "", lambda typed: "" if re.fullmatch("([A-Z]{2})?", typed) else "like TN"),
        _asked(timezone, "Time-zone", "UTC", _fine),
        _parts(spoken),
        _parts(picked),
        _parts(picked) or list(recipe.sections_of(chosen)),
        people or 0,
        recipe.team_size(chosen),
    )
    for file, text in skeletons.workshop(answers).items():
        write_if_changed(folder / file, text.encode("utf-8"))
        click.echo(f"made {assembly.FOLDER}/{name}/{file}")
    _next(name)


def _next_days(count: int) -> str:
    """Days in a row from the first Monday at least eight weeks ahead; a proposal only."""
    first = date.today() + timedelta(weeks=8)
    first += timedelta(days=-first.weekday() % 7)
    return ", ".join(str(first + timedelta(days=step)) for step in range(count))


def _next(name: str) -> None:
    where = Path(assembly.FOLDER) / name
    click.echo("next:")
    click.echo(f"  1. put the names of your team into {where / assembly.RECIPE}")
    click.echo(f"  2. save the list of participants as {where / 'participants.csv'} (columns: participants-columns.csv)")
    click.echo(f"  3. emmbuild check {name}")
    click.echo(f"  4. emmbuild build {name}")
