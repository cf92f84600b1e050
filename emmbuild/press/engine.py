"""LibreOffice as the printing press: many Office files in, as many PDF files out, with the same bytes each time.

Why LibreOffice: docs/analysis/pdf.md. It runs in a profile of its own, so that an open copy of it does no harm.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from emmbuild.core.diagnostics import ContentError, error
from emmbuild.press import adapt, fonts
from emmbuild.press.amend import Amended, amended
from emmbuild.press.pdf import settled

_PROGRAMS = ("soffice", "libreoffice")
_FILTERS = {".docx": "writer", ".pptx": "impress"}
_OPTIONS = ",".join(
    f'"{name}":{{"type":"boolean","value":"{value}"}}'
    for name, value in (
        ("ExportBookmarks", "true"),
        ("ExportBookmarksToPDFDestination", "true"),
        ("IsSkipEmptyPages", "false"),  # the back of a page is a page: print shops print on both sides
        ("PDFUACompliance", "true"),
        ("UseTaggedPDF", "true"),
    )
)
# The same layout wherever it is built: no clock's zone, no locale's paper size or words.
_SETTING = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "SAL_USE_VCLPLUGIN": "svp"}
_START, _EACH = 90, 45  # seconds at most
_TRIES = 4  # a heading that moves can strand another


def found() -> str:
    """The program that makes PDF files, or ""."""
    return next((where for name in _PROGRAMS if (where := shutil.which(name))), "")


def to_pdf(files: Mapping[str, bytes], *, hidden: bool = False) -> dict[str, bytes]:
    """Name → PDF for every name → .docx or .pptx file, in one run. `hidden`: hidden slides are shown too.

    Raises ContentError PDF101 where there is no LibreOffice, PDF102 naming the files that it could not turn into PDF,
    PDF103 where no font has the letters of a file's language, PDF105 where it drops rows of a table.
    """
    program = found()
    if not program:
        raise ContentError(
            error(
                "PDF101",
                "PDF files are made by LibreOffice, and it is not on this machine",
                hint="install it (Debian: apt install libreoffice-writer-nogui libreoffice-impress-nogui), or build "
                "without --to pdf: the Word files are complete",
            )
        )
    tongues = {name: adapt.language_of(data) for name, data in files.items()}
    unread = sorted({tongue for tongue in tongues.values() if tongue and not fonts.shows(tongue)})
    if unread:
        raise ContentError(
            error(
                "PDF103",
                f"no font on this machine has the letters of {', '.join(unread)}: the pages would show empty boxes",
                hint="install one (Debian: apt install fonts-noto-core fonts-noto-cjk), then build again",
            )
        )
    ready = {name: _prepared(name, data, tongues[name], hidden=hidden) for name, data in files.items()}
    made: dict[str, Amended] = {}
    again = ready
    for _ in range(_TRIES):
        made |= {name: amended(pdf, tongues[name], again[name]) for name, pdf in _pressed(program, again).items()}
        again = {
            name: adapt.relaid(ready[name], splitting=bool(seen.lost_rows), breaks=seen.stranded)
            for name in again
            if (seen := made[name]).lost_rows or seen.stranded
        }
        ready |= again
        if not again:
            break
    if torn := [name for name in files if made[name].lost_rows]:
        raise ContentError(
            error(
                "PDF105",
                f"LibreOffice leaves rows of a table off the pages of {', '.join(torn)}",
                hint="add or take a line above the table that ends a page, or print the Word file from Word",
            )
        )
    return {name: made[name].data for name in files}


def _pressed(program: str, files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files as LibreOffice prints them, without clock and chance."""
    with tempfile.TemporaryDirectory() as spare:
        folder = Path(spare)
        names = {name: f"{place:05}{PurePosixPath(name).suffix.lower()}" for place, name in enumerate(files)}
        for name, data in files.items():
            (folder / names[name]).write_bytes(data)
        _run(program, folder, names.values())
        for name in names.values():  # one file that stops the program must not take the others with it
            if not _pdf(folder, name).is_file():
                _run(program, folder, [name])
        lost = [name for name in files if not _pdf(folder, names[name]).is_file()]
        if lost:
            raise ContentError(
                error(
                    "PDF102",
                    f"LibreOffice could not make a PDF of {', '.join(lost)}",
                    hint="open the file in LibreOffice and look; a table of thousands of rows takes it too long",
                )
            )
        return {name: settled(_pdf(folder, made).read_bytes()) for name, made in names.items()}


def _prepared(name: str, data: bytes, language: str, *, hidden: bool) -> bytes:
    """The file as LibreOffice prints it best."""
    if name.endswith(".pptx"):
        return adapt.deck(data, hidden=hidden)
    arabic = fonts.arabic() if fonts.writes_arabic(language) else ""
    return adapt.document(data, arabic) if arabic else data


def _pdf(folder: Path, name: str) -> Path:
    return (folder / "made" / name).with_suffix(".pdf")


def _run(program: str, folder: Path, names: Iterable[str]) -> None:
    """One run a family of files; what it could not make is missing afterwards."""
    for ending, family in _FILTERS.items():
        chosen = [str(folder / name) for name in names if name.endswith(ending)]
        if not chosen:
            continue
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to", f"pdf:{family}_pdf_Export:{{{_OPTIONS}}}"),
            *("--outdir", str(folder / "made"), *chosen),
        ]
        try:
            subprocess.run(
                command,
                capture_output=True,
                env={**os.environ, **_SETTING},
                timeout=_START + _EACH * len(chosen),
                check=False,
            )
        except subprocess.TimeoutExpired:
            continue
