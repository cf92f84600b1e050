"""`emmbuild translate preview`: a section side by side with its translation, with states, faults and room."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from emmbuild import pipeline
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.cli.translate.exchange import rows_of
from emmbuild.cli.translate.group import command, section_tree, targets
from emmbuild.exchange.parcel import Row
from emmbuild.exchange.side_by_side import page
from emmbuild.localize.packs import Policy
from emmbuild.plan import measure
from emmbuild.plan.deck.model import Slot
from emmbuild.world import write_if_changed
from emmbuild.writers.pptx.template import template_of

_LINES = 2  # of a title or a bullet that a room still reads at a glance


@command.command("preview")
@click.argument("language")
@click.argument("section")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), default=None, help="The page to write.")
@click.pass_context
def preview(context: click.Context, language: str, section: str, out: Path | None) -> None:
    """Write one HTML page that shows SECTION beside its translation into LANGUAGE."""
    root = course_folder(context)
    desk = pipeline.desk(root)
    (code,) = chosen((language,), targets(desk), "language")
    (name,) = chosen((section,), desk.shelf.written, "section")
    section_tree(desk, name)
    rows = tuple(rows_of(desk, code, (name,)))
    limits, over = {}, {}
    for row, limit, excess in _rooms(desk, code, name, rows):
        limits[row.id] = limit
        if excess:
            over[row.id] = excess
    source = desk.languages[desk.shelf.library.source_language]
    title = f"{name} {desk.section(name).section.front.title.plain}"
    path = out or root / "build" / "translate" / f"{name}-{code}.html"
    write_if_changed(path, page(title, desk.languages[code], source, rows, over, limits).encode("utf-8"))
    click.echo(f"{len(rows)} texts, {len(over)} too long for a slide: {path}")


def _rooms(desk: pipeline.Desk, code: str, name: str, rows: tuple[Row, ...]) -> Iterator[tuple[Row, str, str]]:
    """For texts that stand on slides: their limit in this language, and by how much they go over it."""
    made = pipeline.formats()["pptx"]
    edition = desk.edition_maker(name, code, Policy()).edition(made, made.audiences[0])
    stage = template_of(edition).stage
    slots = stage.layouts["content"].slots if "content" in stage.layouts else next(iter(stage.layouts.values())).slots
    for row in rows:
        is_title = row.context.endswith("Slide.title") or row.context == "Heading"
        if not is_title and not row.context.startswith("Slide"):
            continue
        slot = slots["title"] if is_title else _widest(slots)
        family = stage.heading if is_title else stage.body
        size = slot.levels[0].size
        sample = row.target or row.source
        each = measure.width([(sample, False)], size, family) / max(len(sample), 1)
        most = int(_LINES * slot.width / (each or size / 2) * 0.95)
        used = measure.lines([(sample, False)], size, slot.width, family)
        what = "title of a slide" if is_title else "on a slide"
        limit = f"{what}: {_LINES} lines at most, about {most} characters in {code}"
        yield row, limit, f"{used} lines on the slide; {_LINES} are the most" if used > _LINES and row.target else ""


def _widest(slots: dict[str, Slot]) -> Slot:
    return max((slot for name, slot in slots.items() if name != "title"), key=lambda slot: slot.frame.w * slot.frame.h)
