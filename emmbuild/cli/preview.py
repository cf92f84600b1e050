"""`emmbuild preview`: slides as pictures on one sheet, and a handout to print, both through LibreOffice."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import tempfile
import zipfile
from functools import partial
from pathlib import Path

import click

from emmbuild import archive, pipeline
from emmbuild.cli.choices import chosen
from emmbuild.cli.main import course_folder
from emmbuild.cli.show import report
from emmbuild.core.diagnostics import has_errors
from emmbuild.readers import sheets
from emmbuild.world import write_if_changed

_SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")
_NEEDED = {"soffice": "LibreOffice", "pdftoppm": "poppler-utils"}


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
    for program, package in _NEEDED.items():
        if shutil.which(program) is None:
            raise click.UsageError(f"a preview needs {package} ({program} was not found); the deck itself does not")
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
        with tempfile.TemporaryDirectory() as spare:
            pictures = _pictures(built.data, Path(spare))
            sheet = where / f"emm-{name}-{code}.png"
            write_if_changed(sheet, sheets.contact_sheet(pictures, columns))
            click.echo(f"{len(pictures)} slides on {sheet}")
            if handout:
                file = where / f"emm-{name}-{code}-handout.pdf"
                write_if_changed(file, sheets.handout(pictures, rtl=desk.languages[code].rtl))
                click.echo(f"handout: {file}")
    context.exit(1 if failed else 0)


def _pictures(deck: bytes, folder: Path) -> list[bytes]:
    """Each slide as a PNG, in order, hidden ones too."""
    (folder / "deck.pptx").write_bytes(_for_libreoffice(deck))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    steps = (
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "deck.pptx")],
        ["pdftoppm", "-r", "72", "-png", str(folder / "deck.pdf"), str(folder / "slide")],
    )
    for step in steps:
        try:
            subprocess.run(step, check=True, capture_output=True, timeout=300)
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            raise click.UsageError(f"{step[0]} could not show the deck; is another copy of it running?") from None
    return [path.read_bytes() for path in sorted(folder.glob("slide-*.png"))]


def _for_libreoffice(deck: bytes) -> bytes:
    """The deck as LibreOffice shows it right: backup slides shown, and columns of right-to-left tables turned by hand,
    for it leaves out hidden slides and does not know `tblPr rtl` (docs/analysis/right-to-left-slides.md)."""
    with zipfile.ZipFile(io.BytesIO(deck)) as source:
        parts = [(name, source.read(name)) for name in source.namelist()]
    return archive.frame(archive.part(name, _adapted(data) if _SLIDE.match(name) else data) for name, data in parts)


def _adapted(slide: bytes) -> bytes:
    slide = slide.replace(b' show="0"><p:cSld', b"><p:cSld", 1)
    if b'<a:tblPr rtl="1"' not in slide:
        return slide
    slide = slide.replace(b'<a:tblPr rtl="1"', b"<a:tblPr")
    for cells in (rb"<a:gridCol [^>]*/>", rb"<a:tc>.*?</a:tc>"):
        slide = re.sub(rb"(?:%b)+" % cells, partial(_reversed, cells), slide, flags=re.S)
    return slide


def _reversed(cells: bytes, row: re.Match[bytes]) -> bytes:
    return b"".join(reversed(re.findall(cells, row[0], re.S)))
