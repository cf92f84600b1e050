"""`emmbuild preview`: slides as pictures on one sheet, and a handout to print, both through LibreOffice."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import click

from emmbuild import pipeline, press, printing
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.cli.show import report
from emmbuild.core.diagnostics import has_errors
from emmbuild.core.edition import Built
from emmbuild.making import written
from emmbuild.readers import sheets
from emmbuild.world import write_if_changed
from emmbuild.writers.pptx.gallery import gallery


@click.command("preview")
@click.argument("section", required=False)
@click.option("--kinds", is_flag=True, help="Instead of a section: one slide of every kind, from all sections.")
@click.option("--lang", "-l", "langs", multiple=True, help="Language codes, separated by commas, or all. Default: en.")
@click.option("--theme", default="default", show_default=True, help="A folder in themes/.")
@click.option("--columns", type=click.IntRange(1, 12), default=5, show_default=True, help="Slides in a row of the sheet.")
@click.option("--handout", is_flag=True, help="Also a PDF to print, three slides on a page with lines for notes.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="Default: build/preview/.")
@click.pass_context
def command(
    context: click.Context,
    section: str | None,
    kinds: bool,
    langs: tuple[str, ...],
    theme: str,
    columns: int,
    handout: bool,
    out: Path | None,
) -> None:
    """Show the deck of SECTION as one picture with all slides (PNG), backup slides included."""
    if bool(section) == kinds or (kinds and handout):
        raise click.UsageError("name a section, or give --kinds to see one slide of every kind; a handout is of a section")
    for there, program in ((press.found(), "LibreOffice"), (shutil.which("pdftoppm"), "poppler-utils")):
        if not there:
            raise click.UsageError(f"a preview needs {program}, which was not found; the deck itself does not")
    root = course_folder(context)
    desk = pipeline.desk(root, theme)
    name = chosen((section,), desk.shelf.written, "section")[0] if section else "kinds"
    codes = chosen(langs or (desk.shelf.library.source_language,), tuple(desk.languages), "language")
    where = (out or root / "build" / "preview").resolve()
    failed = False
    for code in codes:
        built, captions = _gallery(desk, code) if kinds else (_deck(desk, name, code), ())
        report(built.diagnostics, root)
        failed = failed or has_errors(built.diagnostics)
        pictures = _pictures(built.data)
        sheet = where / f"emm-{name}-{code}.png"
        write_if_changed(sheet, sheets.contact_sheet(pictures, columns, captions))
        click.echo(f"{len(pictures)} slides on {sheet}")
        if handout:
            file = where / f"emm-{name}-{code}-handout.pdf"
            write_if_changed(file, _handout(desk, name, code))
            click.echo(f"handout: {file}")
    context.exit(1 if failed else 0)


def _deck(desk: pipeline.Desk, section: str, code: str) -> Built:
    made = pipeline.formats()["pptx"]
    return written(made, desk.edition_maker(section, code).edition(made, "facilitator"))


def _handout(desk: pipeline.Desk, section: str, code: str) -> bytes:
    made = pipeline.formats()["pptx"]
    shown = desk.edition_maker(section, code).edition(made, "participant")  # no answer slides
    return printing.handout(shown, written(made, shown)).data


def _gallery(desk: pipeline.Desk, code: str) -> tuple[Built, tuple[str, ...]]:
    """One slide of every kind; sections that are translated come first."""
    made = pipeline.formats()["pptx"]
    makers = [desk.edition_maker(section, code) for section in desk.shelf.written]
    makers.sort(key=lambda maker: maker.coverage.texts - maker.coverage.translated)
    return gallery(maker.edition(made, "facilitator") for maker in makers)


def _pictures(deck: bytes) -> list[bytes]:
    """Each slide as a PNG, in order, hidden ones too."""
    pdf = press.to_pdf({"deck.pptx": deck}, hidden=True)["deck.pptx"]
    with tempfile.TemporaryDirectory() as spare:
        command = ["pdftoppm", "-r", "72", "-png", "-", str(Path(spare) / "slide")]
        try:
            subprocess.run(command, input=pdf, check=True, capture_output=True, timeout=300)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            raise click.UsageError("pdftoppm could not show the deck; is the disk full?") from None
        return [path.read_bytes() for path in sorted(Path(spare).glob("slide-*.png"))]
