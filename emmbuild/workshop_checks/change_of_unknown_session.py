"""A change is for a session that is not on the agenda."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "RCP105",
    Severity.ERROR,
    "a change is for a session that is not on the agenda",
    """Under `changes` stand the ids of sessions of the template: `{bo1: {min: 90}}` shortens one, `{wall: remove}` leaves one out.""",
    bad=Edit((("id: sample\n", "id: sample\nchanges: {bo9: {min: 90}}\n"),)),
)
