"""Nothing says which languages a person speaks."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL107",
    Severity.ERROR,
    "nothing says which languages a person speaks",
    """Nobody can be put into a group, or know whether to take a headset, before that is known.""",
    bad=Edit(people=(("p002,Bo Castel,en,", "p002,Bo Castel,,"),)),
)
