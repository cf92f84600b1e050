"""`emmbuild list`: what there is."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import click

from emmbuild import assembly, checking, pipeline
from emmbuild.assembly import hall
from emmbuild.assembly.build import artefacts
from emmbuild.blocks.objectives import Objective
from emmbuild.blocks.resources import Resource
from emmbuild.cli.main import course_folder
from emmbuild.core import walk
from emmbuild.core.citing import citation
from emmbuild.core.nodes import Bullets, Definition, Heading, Paragraph, Question, Quote, Section, Table
from emmbuild.core.subject import Check
from emmbuild.core.text import EMPTY, Cite, Text, inlines_of
from emmbuild.readers import themes
from emmbuild.workshop.rules import WorkshopCheck

_RUNNING_TEXT = (Heading, Paragraph, Bullets, Table, Definition, Quote)
Rows = list[dict[str, Any]]


def _sections(desk: pipeline.Desk) -> Rows:
    rows: Rows = []
    for volume in desk.shelf.library.volumes:
        for name in volume.sections if volume.kind == "sections" else ():
            row: dict[str, Any] = {"id": name, "title": desk.shelf.library.titles[name].plain, "volume": volume.id}
            if name in desk.shelf.files:
                row |= _measures(desk, name)
            rows.append({**row, "written": name in desk.shelf.files})
    return rows


def words_of_text(section: Section) -> int:
    """Words of the running text: no slides, notes, cases, exercises and questions."""
    running = tuple(node for node in section.blocks if isinstance(node, _RUNNING_TEXT))
    return sum(len(text.plain.split()) for text in walk.texts(running))


def _measures(desk: pipeline.Desk, name: str) -> dict[str, Any]:
    section = desk.section(name).section
    nodes = list(walk.nodes(section.blocks))
    return {
        "title": section.front.title.plain,
        "status": section.front.status,
        "version": section.front.version,
        "words": words_of_text(section),
        "minutes": section.front.minutes,
        "objectives": sum(isinstance(node, Objective) for node in nodes),
        "items": sum(isinstance(node, Question) for node in nodes),
    }


def _exercises(desk: pipeline.Desk) -> Rows:
    return [
        {
            "id": name,
            "section": section,
            "kind": type(node).__name__,
            "title": getattr(node, "title", EMPTY).plain,
            "minutes": node.meta.minutes,
        }
        for section in desk.shelf.written
        for name, node in desk.section(section).exercises.items()
    ]


def _languages(desk: pipeline.Desk) -> Rows:
    return [
        {
            "code": code,
            "name": known.name,
            "english_name": known.english_name,
            "direction": known.direction,
            "tag": known.tag,
        }
        for code, known in desk.languages.items()
    ]


def _formats(desk: pipeline.Desk) -> Rows:
    return [
        {"kind": kind, "title": made.title, "audiences": list(made.audiences)} for kind, made in pipeline.formats().items()
    ]


def _themes(desk: pipeline.Desk) -> Rows:
    folders = sorted((desk.root / "themes").glob("*/theme.yaml"))
    return [{"name": path.parent.name, "fonts": themes.load(path.parent).font("Latn").body} for path in folders]


def _checks(desk: pipeline.Desk) -> Rows:
    known: dict[str, Check | WorkshopCheck] = {**checking.catalogue(), **hall.catalogue()}
    return [{"code": code, "severity": str(check.severity), "title": check.title} for code, check in sorted(known.items())]


def _workshops(desk: pipeline.Desk) -> Rows:
    found = []
    for name in assembly.ids(desk.root):
        workshop, _ = hall.Hall(desk, name).read
        days = [str(day) for day in workshop.event.dates]
        found.append(
            {
                "id": name,
                "title": workshop.title.plain,
                "dates": days,
                "languages": list(workshop.languages.working),
                "sections": [chosen.section for chosen in workshop.content.sections],
            }
        )
    return found


def _artefacts(desk: pipeline.Desk) -> Rows:
    return [{"name": one.name, "title": one.title, "folder": one.folder, "audience": one.audience} for one in artefacts()]


def _blocks(desk: pipeline.Desk) -> Rows:
    return [
        {"id": block.meta.id, "collection": found.name, "title": getattr(block, "title", EMPTY).plain}
        for found in desk.collections
        for block in found.blocks
    ]


def _targets(desk: pipeline.Desk) -> Rows:
    """Everything that can be built, with the kind of its volume; workshops last."""
    library = desk.shelf.library
    rows: Rows = [
        {
            "id": name,
            "kind": "introduction" if name == volume.introduction else volume.kind.removesuffix("s"),
            "title": library.titles[name].plain,
            "written": name in desk.shelf.files,
        }
        for volume in library.volumes
        for name in volume.parts
    ]
    return rows + [
        {"id": one["id"], "kind": "workshop", "title": one["title"], "written": True} for one in _workshops(desk)
    ]


def _cited(desk: pipeline.Desk, text: Text) -> str:
    library = desk.shelf.library
    cites = [part for part in inlines_of(text.inlines) if isinstance(part, Cite)]
    return "; ".join(citation(library, cite.key, cite.place).words.strip("()") for cite in cites)


def _terms(desk: pipeline.Desk) -> Rows:
    """Every definition of the library: its source is a work, or the library itself where the wording is its own."""
    rows = [
        {
            "term": node.term.plain,
            "section": name,
            "definition": " ".join(text.plain for child in node.children for text in walk.texts(child)),
            "source": _cited(desk, node.source) or desk.shelf.library.title.plain,
            "variants": node.variants.plain,
        }
        for name in desk.shelf.written
        for node in walk.nodes(desk.section(name).section.blocks)
        if isinstance(node, Definition)
    ]
    return sorted(rows, key=lambda row: (row["term"].casefold(), desk.shelf.written.index(row["section"])))


def _resources(desk: pipeline.Desk) -> Rows:
    """The e-library: every work that a section recommends, the five best first."""
    rows: Rows = []
    for name in desk.shelf.written:
        found = [n for n in walk.nodes(desk.section(name).section.blocks) if isinstance(n, Resource)]
        for node in sorted(found, key=lambda node: node.top or 99):
            cite = next((part for part in node.item.text.inlines if isinstance(part, Cite)), None)
            work = desk.shelf.library.works.get(cite.key) if cite else None
            row: dict[str, Any] = {"section": name, "top": node.top or None}
            if cite and work:
                row |= {"body": work.author, "title": work.title, "year": work.year, "type": work.kind}
                row |= {"key": cite.key, "place": cite.place}
            rows.append({**row, "note": node.item.text.plain})
    return rows


LISTS: dict[str, Callable[[pipeline.Desk], Rows]] = {
    "sections": _sections,
    "exercises": _exercises,
    "languages": _languages,
    "formats": _formats,
    "themes": _themes,
    "checks": _checks,
    "blocks": _blocks,
    "workshops": _workshops,
    "artefacts": _artefacts,
    "targets": _targets,
    "terms": _terms,
    "resources": _resources,
}


@click.command("list")
@click.argument("what", type=click.Choice(sorted(LISTS)))
@click.option("--json", "as_json", is_flag=True)
@click.pass_context
def command(context: click.Context, what: str, as_json: bool) -> None:
    """List WHAT there is."""
    rows = LISTS[what](pipeline.desk(course_folder(context)))
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=1))
        return
    for row in rows:
        first, *rest = [str(value) for value in row.values() if value not in ("", {}, None)]
        click.echo(f"{first:<10} " + "  ".join(rest))
