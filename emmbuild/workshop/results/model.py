"""Results as values: what was asked, what came back. Nothing here knows files."""

from __future__ import annotations

from dataclasses import dataclass, field

from emmbuild.workshop.results.attendance import Attended

MOMENTS = ("pre", "post")
ABOUT = ("gender", "agency", "language")


@dataclass(frozen=True, slots=True)
class Field:
    """One place to answer in. `kind`: choice, choices, number, words, rank. `accepts`: words, plain → id of the choice;
    `shown`: the ids in the order of the letters on paper; `right`: the ids (in order for rank), the number, the words."""

    name: str
    kind: str
    right: tuple[str, ...]
    accepts: dict[str, str] = field(default_factory=dict)
    shown: tuple[str, ...] = ()
    tolerance: float = 0.0


@dataclass(frozen=True, slots=True)
class Item:
    """A test item with its key; all of its fields must be right."""

    id: str
    form: str
    objectives: tuple[str, ...]
    points: int
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """A question of a survey as results name it: its name, its labels in all languages (plain), its choices likewise."""

    name: str
    kind: str
    labels: frozenset[str]
    choices: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One person's test. `answers`: field name → normal answer (ids joined by a blank, a number, words), "" = none."""

    code: str
    moment: str
    form: str
    answers: dict[str, str]
    about: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reply:
    """One person's filled survey: question name → answer (an id, ids joined by a blank, words)."""

    survey: str
    answers: dict[str, str]
    about: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """How long a session really took."""

    session: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Results:
    """All that came back from one workshop. `attended` is None where no attendance was taken."""

    sittings: tuple[Sitting, ...] = ()
    replies: tuple[Reply, ...] = ()
    attended: tuple[Attended, ...] | None = None
    runs: tuple[Run, ...] = ()

    def of(self, survey: str) -> tuple[Reply, ...]:
        return tuple(reply for reply in self.replies if reply.survey == survey)
