"""The shape of a check of a workshop, and what it is shown: the recipe, the library's facts, the people, the plans."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from emmbuild.core.diagnostics import Diagnostic, Severity
from emmbuild.core.edition import Language
from emmbuild.workshop.facts import Shelf
from emmbuild.workshop.impossible import Impossible
from emmbuild.workshop.model import Participant, Placement, Rota, Workshop


@dataclass(frozen=True, slots=True)
class Scene:
    """A workshop with all that follows from its recipe before anything is written.

    `people` is empty where the participants' file is not there; `holidays`: day → name in English.
    """

    workshop: Workshop
    shelf: Shelf
    languages: dict[str, Language]
    people: tuple[Participant, ...] = ()
    placement: Placement | Impossible | None = None
    rota: Rota | Impossible | None = None
    holidays: dict[date, str] = field(default_factory=dict)
    locked: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edit:
    """How the sample recipe (`emmbuild/recipes/sample.yaml`) is changed to show a fault or its cure: every (old, new)
    once. `people`: the same for the sample's list of participants. No edits = the sample as it is."""

    recipe: tuple[tuple[str, str], ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    says: str = ""


@dataclass(frozen=True, slots=True)
class WorkshopCheck:
    """One thing that can be wrong with a workshop. `name` is what recipes use in `waive` and `severity`.

    `gate`: "build" (nothing is built), "print" (everything but the print order) or "". `find` is empty where a reader
    reports it. An error cannot be waived.
    """

    code: str
    severity: Severity
    title: str
    why: str
    bad: Edit
    good: Edit = Edit()
    find: Callable[[Scene], Iterator[Diagnostic]] | None = None
    gate: str = ""
