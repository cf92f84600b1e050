"""Worksheets and practical applications, one Word file each: to print, or to fill in and send back."""

from __future__ import annotations

from emmbuild.core.edition import Built, Edition, Format
from emmbuild.plan.document.sheets import sheet, worksheets
from emmbuild.render.word import word_file


def write(edition: Edition) -> Built:
    """The .docx of one exercise; `emmbuild collect` reads it when it is filled in."""
    return word_file(sheet(edition), edition)


FORMAT = Format(
    kind="worksheets",
    title="Worksheets, one Word file each, with fields that can be collected",
    extension="docx",
    audiences=("participant",),
    write=write,
    prints=True,
    label="worksheet",
    split=worksheets,
)
