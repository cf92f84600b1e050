"""A block of a collection has no id."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.core.subject import Check, Example

CHECK = Check(
    "IDS105",
    Severity.ERROR,
    "a block of a collection has no id",
    """Sections and workshops include the blocks of a collection by id; one without an id can never be included.""",
    bad=Example(body=":::{block} Movement is here to stay\nPeople move.\n:::\n"),
    good=Example(body=":::{block} Movement is here to stay {#sample/1}\nPeople move.\n:::\n"),
)
