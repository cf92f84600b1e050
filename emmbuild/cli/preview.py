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
from emmbuild.readers import sheets
from emmbuild.world import write_if_changed


@click.command("preview")
@click.argument("section")
@click.option("--lang", "-l", "langs", multiple=True, help="Language codes, separated by commas, or all. Default: en.")
@click.option("--theme", default="default", show_default=True, help="A folder in themes/.")
@click.option("--columns", type=click.IntRange(1, 12), default=5, show_default=True, help="Slides in a row of the sheet.")
@click.option("--handout", is_flag=True, help="Also a PDF to print, three slides on a page with lines for notes.")
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), default=None, help="Default: build/preview/.")
@click.pass_context
def command(
    context: click.Context,
    section: str,
    langs: tuple[str, ...],
    theme: str,
    columns: int,
    handout: bool,
    out: Path | None,
) -> None:
    """Show the deck of SECTION as one picture with all slides (PNG), backup slides included."""
    for there, program in ((press.found(), "LibreOffice"), (shutil.which("pdftoppm"), "poppler-utils")):
        if not there:
            raise click.UsageError(f"a preview needs {program}, which was not found; the deck itself does not")
    root = course_folder(context)
    desk = pipeline.desk(root, theme)
    (name,) = chosen((section,), desk.shelf.written, "section")
    codes = chosen(langs or (desk.shelf.library.source_language,), tuple(desk.languages), "language")
    where = (out or root / "build" / "preview").resolve()
    failed = False
    for code in codes:
        made = pipeline.formats()["pptx"]
        built = made.write(desk.edition_maker(name, code).edition(made, "facilitator"))
        report(built.diagnostics, root)
        failed = failed or has_errors(built.diagnostics)
        pictures = _pictures(built.data)
        sheet = where / f"emm-{name}-{code}.png"
        write_if_changed(sheet, sheets.contact_sheet(pictures, columns))
        click.echo(f"{len(pictures)} slides on {sheet}")
        if handout:
            file = where / f"emm-{name}-{code}-handout.pdf"
            shown = desk.edition_maker(name, code).edition(made, "participant")  # no answer slides
            write_if_changed(file, printing.handout(shown, made.write(shown)).data)
            click.echo(f"handout: {file}")
    context.exit(1 if failed else 0)


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
