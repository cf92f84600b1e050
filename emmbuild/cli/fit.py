"""`emmbuild fit`: a workshop in fewer days: what to cut, what is lost, and the agenda that is left."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click

from emmbuild import assembly, pipeline
from emmbuild.assembly.hall import Hall
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.core.diagnostics import has_errors
from emmbuild.readers.recipe import editing
from emmbuild.workshop.agenda import clock
from emmbuild.workshop.fitting import Cut, Fitted, fitted
from emmbuild.workshop.model import Day, Session, Workshop
from emmbuild.world import write_if_changed


@click.command("fit")
@click.argument("workshop")
@click.option("--days", type=click.IntRange(1, 60), required=True, help="How many days there are.")
@click.option("--write", "new_id", default=None, metavar="NEW-ID", help="Write the shorter workshop as a new one.")
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def command(context: click.Context, workshop: str, days: int, new_id: str | None, as_json: bool) -> None:
    """Propose how WORKSHOP fits into fewer days. Every must objective stays taught, practised and assessed."""
    root = course_folder(context)
    (name,) = chosen((workshop,), assembly.ids(root), "workshop")
    hall = Hall(pipeline.desk(root), name)
    scene = hall.scene
    if days >= len(scene.workshop.days):
        raise click.UsageError(f"{name} has {len(scene.workshop.days)} days; ask for fewer")
    found = fitted(scene.workshop, scene.shelf, days)
    if as_json:
        shown = {"cuts": [asdict(cut) for cut in found.cuts], "missing": found.missing, "agenda": _agenda(found.days)}
        click.echo(json.dumps(shown, ensure_ascii=False, indent=1))
    else:
        _show(scene.workshop, found)
    if new_id and not found.missing:
        _write(root, hall, found, new_id)
    context.exit(1 if found.missing else 0)


def _show(workshop: Workshop, found: Fitted) -> None:
    for cut in found.cuts:
        click.echo(f"- {_said(cut)}" + (f"; lost: {', '.join(cut.lost)}" if cut.lost else ""))
    for day in found.days:
        click.echo(f"\nday {day.number}")
        for session in day.sessions:
            click.echo(f"  {clock(session.start)}  {session.minutes:>4} min  {session.id} ({session.kind})")
    if found.missing:
        click.echo(f"\nit does not fit: {found.missing} minutes are missing, and all that is left serves a must objective")
        click.echo("try: choose fewer objectives under content, or begin earlier")


def _said(cut: Cut) -> str:
    match cut.kind:
        case "out":
            return f"leave out {cut.session} ({cut.minutes} min)"
        case "depth":
            return f"teach {cut.session} at depth {cut.depth} ({cut.minutes} min less)"
    return f"shorten {cut.session} by {cut.minutes} min"


def _agenda(days: tuple[Day, ...]) -> str:
    """The days as the `agenda` of a recipe."""
    lines = ["agenda:"]
    for day in days:
        lines += [
            f"  - day: {day.number}",
            f'    start: "{clock(day.start)}"',
            f'    end: "{clock(day.end)}"',
            "    sessions:",
        ]
        lines += [f"      - {_flow(session)}" for session in day.sessions]
    return "\n".join(lines) + "\n"


def _flow(session: Session) -> str:
    parts = [f"id: {session.id}", f"kind: {session.kind}", f"min: {session.minutes}"]
    if session.title:
        titles = session.title.by_language
        words = {code: json.dumps(text, ensure_ascii=False) for code, text in titles.items()}
        one = words.get("")
        parts.append("title: " + (one if one else "{" + ", ".join(f"{c}: {t}" for c, t in words.items()) + "}"))
    texts = {
        "section": f'"{session.section}"' if session.section and session.kind != "report" else "",
        "use": session.use,
        "room": session.room,
        "floor": session.floor,
        "exercise": session.exercise,
        "of": session.of,
        "method": session.method,
        "supplement": session.supplement,
        "per_group": str(session.per_group or ""),
    }
    parts += [f"{key}: {value}" for key, value in texts.items() if value]
    for key in ("by", "teaches", "practises", "assesses", "blocks", "materials"):
        values = getattr(session, key)
        if values and key in session.spans:
            parts.append(f"{key}: [{', '.join(values)}]")
    return "{" + ", ".join(parts) + "}"


def _write(root: Path, hall: Hall, found: Fitted, new_id: str) -> None:
    folder = root / assembly.FOLDER / new_id
    if folder.exists():
        raise click.UsageError(f"{assembly.FOLDER}/{new_id} is already there; nothing was changed")
    workshop, _ = hall.read
    text = (root / hall.file).read_text("utf-8")
    changes = [(workshop.span, new_id)]
    for chosen_, fitted_ in zip(workshop.content.sections, found.content, strict=True):
        span = chosen_.spans.get("depth")
        if chosen_.depth != fitted_.depth and span:
            changes.append((span, fitted_.depth))
    dates = workshop.event.dates[: len(found.days)]
    text = editing.spliced(text, changes)
    if dates and "dates" in workshop.event.spans:
        text = editing.spliced(text, [(workshop.event.spans["dates"], "[" + ", ".join(map(str, dates)) + "]")])
    text = editing.with_part(text, "agenda", _agenda(found.days))
    for file in sorted((root / hall.folder).rglob("*")):
        inside = file.relative_to(root / hall.folder)
        private = inside.parts[0] in (workshop.audience.participants, workshop.content.lock, "results", "private")
        if file.is_file() and not private and inside.name != assembly.RECIPE:
            write_if_changed(folder / inside, file.read_bytes())
    write_if_changed(folder / assembly.RECIPE, text.encode("utf-8"))
    problems = Hall(pipeline.Desk(root), new_id).check()
    click.echo(
        f"made {assembly.FOLDER}/{new_id}; next: emmbuild check {new_id}"
        + (" (it has errors)" if has_errors(problems) else "")
    )
