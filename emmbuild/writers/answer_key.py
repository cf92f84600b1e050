"""The answer key: every question of a section with its answer, reasons and feedback."""

from __future__ import annotations

from emmbuild.core.edition import Built, Edition, Format
from emmbuild.plan.document.sheets import answer_keys, key
from emmbuild.render.word import word_file


def write(edition: Edition) -> Built:
    return word_file(key(edition), edition)


FORMAT = Format(
    kind="answer-key",
    title="Answer key for facilitators, as a Word file",
    extension="docx",
    audiences=("facilitator",),
    write=write,
    prints=True,
    label="answer-key",
    split=answer_keys,
)
