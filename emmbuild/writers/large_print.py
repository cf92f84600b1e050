"""The participant workbook in large print: 18 points or more, one column."""

from __future__ import annotations

from dataclasses import replace

from emmbuild.core.edition import Built, Edition, Format
from emmbuild.plan.document import plan
from emmbuild.render.word import word_file


def write(edition: Edition) -> Built:
    return word_file(replace(plan(edition), large=True, edition=edition.words.text("paper.large_print")), edition)


FORMAT = Format(
    kind="large-print",
    title="Participant workbook in large print, as a Word file",
    extension="docx",
    audiences=("participant",),
    write=write,
    prints=True,
    label="large-print",
)
