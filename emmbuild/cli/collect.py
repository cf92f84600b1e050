"""`emmbuild collect`: filled worksheets → one table, as CSV or Word."""

from __future__ import annotations

from pathlib import Path

import click

from emmbuild import collecting
from emmbuild.cli.main import course_folder
from emmbuild.cli.show import report
from emmbuild.core.diagnostics import has_errors
from emmbuild.plan.document.collected import Collection, csv_file, document
from emmbuild.readers.filled import LIMIT, Sheet
from emmbuild.world import write_if_changed


@click.command("collect")
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="A .csv or .docx file; else CSV on screen.")
@click.option("--lang", "-l", default="en", show_default=True, help="Language of the words that a .docx adds.")
@click.pass_context
def command(context: click.Context, files: tuple[Path, ...], out: Path | None, lang: str) -> None:
    """Put the answers of filled worksheet FILES side by side, one column a group."""
    if out is not None and out.suffix.lower() not in (".csv", ".docx"):
        raise click.UsageError(f"{out.name}: --out makes .csv or .docx files")
    large = [file.name for file in files if file.stat().st_size > LIMIT]
    if large:
        raise click.UsageError(f"{large[0]} is too large for a worksheet")
    sheets, unread = collecting.read_all((file.name, file.read_bytes()) for file in files)
    found, doubts = collecting.collect(sheets)
    if out is None:
        click.echo(csv_file(found).decode("utf-8-sig"), nl=False)
    elif found:
        data = csv_file(found) if out.suffix.lower() == ".csv" else _word(context, found, sheets, lang)
        write_if_changed(out.resolve(), data)
        click.echo(f"{len(sheets)} sheets in {out}")
    report((*unread, *doubts), Path.cwd())
    context.exit(1 if has_errors(unread) else 0)


def _word(context: click.Context, found: tuple[Collection, ...], sheets: tuple[Sheet, ...], lang: str) -> bytes:
    from emmbuild import pipeline
    from emmbuild.render.word import word_file

    desk = pipeline.desk(course_folder(context))
    if lang not in desk.languages:
        raise click.UsageError(f"there is no language {lang!r}; known: {', '.join(desk.languages)}")
    section = collecting.worksheet_of(sheets[0]).rsplit(".", 1)[0]
    if section not in desk.shelf.written:
        raise click.UsageError(f"the course has no section {section!r}; a CSV file needs none: --out answers.csv")
    edition = desk.edition_maker(section, lang).edition(pipeline.formats()["docx"], "participant")
    return word_file(document(found, edition), edition).data
