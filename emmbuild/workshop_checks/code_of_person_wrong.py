"""The code of a person is given twice or cannot be used."""

from __future__ import annotations

from emmbuild.core.diagnostics import Severity
from emmbuild.workshop.rules import Edit, WorkshopCheck

CHECK = WorkshopCheck(
    "PPL105",
    Severity.ERROR,
    "the code of a person is given twice or cannot be used",
    """The code stands for the person wherever the name must not: in wishes, tests and registers. Two people with one code would be one.""",
    bad=Edit(people=(("p005,Ena", "p004,Ena"),)),
)
