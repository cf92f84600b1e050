"""The shape of a check of a workshop, and what it is shown: the recipe, the library's facts, the people, the plans."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from emmbuild.core.diagnostics import Diagnostic, Severity
from emmbuild.core.edition import Language
from emmbuild.workshop.facts import Shelf
from emmbuild.workshop.impossible import Impossible
from emmbuild.workshop.model import Participant, Placement, Reason, Rota, Workshop
from emmbuild.workshop.reshuffle import carousel
from emmbuild.workshop.results.model import Run


def _keyed(reason: Reason) -> str:
    return " ".join([reason.key, *(f"{name}={value}" for name, value in reason.values.items())])


@dataclass(frozen=True, slots=True)
class Scene:
    """A workshop with all that follows from its recipe before anything is written.

    `people` is empty where the participants' file is not there; `holidays`: day → name in English. `rounds`: break-out →
    its groups, where they are mixed anew each time; `placement` is the first of them, or the one of all break-outs.
    `runs`: how long sessions took by the run log. `say` puts a reason into English words, for messages.
    """

    workshop: Workshop
    shelf: Shelf
    languages: dict[str, Language]
    people: tuple[Participant, ...] = ()
    placement: Placement | Impossible | None = None
    rota: Rota | Impossible | None = None
    holidays: dict[date, str] = field(default_factory=dict)
    locked: dict[str, str] = field(default_factory=dict)
    rounds: dict[str, Placement] = field(default_factory=dict)
    runs: tuple[Run, ...] = ()
    say: Callable[[Reason], str] = _keyed

    def placed(self, session: str) -> Placement | None:
        """Who sits in which group in a break-out; None where that is not known."""
        if session in self.rounds:
            return self.rounds[session]
        return self.placement if isinstance(self.placement, Placement) else None

    def room_of(self, session: str, group: str) -> str:
        """The id of the room in which a group is in a break-out: its own, or in a carousel the one that it visits."""
        groups = self.workshop.groups
        order = [one.id for one in self.workshop.sessions if one.kind == "breakout"]
        visited = carousel(groups, order).get(session, {}).get(group, group) if groups.rotate == "participants" else group
        return next((one.room for one in groups.groups if one.name == visited), "")


@dataclass(frozen=True, slots=True)
class Edit:
    """How the sample recipe (`emmbuild/recipes/sample.yaml`) is changed to show a fault or its cure: every (old, new) once.

    `people`: the same for the sample's list of participants, saved in `encoding`; `overlays`, `results`: files beside it,
    name → text. No edits = the sample as it is. `scene` changes what stands in the library, for faults that lie there;
    `says` is what `emmbuild explain` shows of it.
    """

    recipe: tuple[tuple[str, str], ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    overlays: dict[str, str] = field(default_factory=dict)
    results: dict[str, str] = field(default_factory=dict)
    scene: Callable[[Scene], Scene] | None = None
    says: str = ""
    encoding: str = "utf-8"


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
