"""A person seems to be in the list twice."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL106",
    Severity.WARNING,
    "a person seems to be in the list twice",
    """Lists are put together from several senders. Somebody who is in it twice takes two places and gets two certificates.""",
    bad=Edit(people=(('Ena Falk,"en, fr",Meridia', 'Ada Brenn,"en, fr",Valdoria'),)),
)
