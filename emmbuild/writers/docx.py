"""Word documents: the participant workbook and the facilitator guide. See themes/*/paper/ for the styles.

The planner decides everything (`emmbuild.plan.document`); `emmbuild.render.word` only puts it in bytes.
"""

from __future__ import annotations

from emmbuild.core.edition import Built, Edition, Format
from emmbuild.plan.document import plan
from emmbuild.render.word import word_file


def write(edition: Edition) -> Built:
    """The .docx of one edition."""
    return word_file(plan(edition), edition)


FORMAT = Format(
    kind="docx",
    title="Word documents: participant workbook and facilitator guide",
    extension="docx",
    audiences=("participant", "facilitator"),
    write=write,
    prints=True,
)
