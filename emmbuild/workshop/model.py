"""The recipe of a workshop as values: event, languages, content, team, groups, agenda, assessment.

Times are minutes since midnight, durations whole minutes, dates `datetime.date`. Words that people typed are `Said`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from emmbuild.core.diagnostics import NOWHERE, Span
from emmbuild.workshop.delivery import Assessment, Attendance, Deliver, TeachBack, Waiver
from emmbuild.workshop.said import NOTHING, Said

LEARNING = ("input", "activity", "breakout", "report", "discussion", "panel", "simulation", "field-visit", "teachback")
PAUSES = ("break", "lunch", "prayer", "buffer")
KINDS = (*LEARNING, "test", "evaluation", "ceremony", "logistics", *PAUSES)
DEPTHS = ("brief", "core", "full")


@dataclass(frozen=True, slots=True)
class Room:
    id: str
    label: Said
    seats: int = 0
    layout: str = ""
    booths: int = 0
    projectors: int = 0
    step_free: bool = False
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Partner:
    name: Said
    logo: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """`weekend`: weekdays, Monday 0; `holidays`: ISO 3166 code of the country whose holidays count, or ""."""

    weekend: frozenset[int] = frozenset({5, 6})
    holidays: str = ""
    prayer_breaks: bool = False
    lunch: tuple[int, int] = (12 * 60, 14 * 60)


@dataclass(frozen=True, slots=True)
class Event:
    dates: tuple[date, ...]
    timezone: str
    mode: str = "face-to-face"
    venue: Said = NOTHING
    city: Said = NOTHING
    country: str = ""
    rooms: dict[str, Room] = field(default_factory=dict)
    organiser: Said = NOTHING
    partners: tuple[Partner, ...] = ()
    donor: Said = NOTHING
    disclaimer: Said = NOTHING
    contact: str = ""
    calendar: Calendar = Calendar()
    spans: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Audience:
    profile: str = ""
    level: str = "foundation"
    expected: int = 0
    participants: str = ""
    columns: dict[str, str] = field(default_factory=dict)
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Interpretation:
    """`pairs` such as ("en", "fr"), both ways; `where`: place (plenary, groups) → simultaneous, consecutive, none."""

    where: dict[str, str] = field(default_factory=dict)
    pairs: tuple[tuple[str, str], ...] = ()
    per_booth: int = 2
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Languages:
    working: tuple[str, ...]
    source: str = "en"
    min_translated: int = 0
    min_reviewed: int = 0
    on_gap: str = "warn"
    interpretation: Interpretation = Interpretation()
    bilingual_labels: bool = False
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Chosen:
    """A section as this workshop uses it. Empty tuples = all that the depth gives. `overlay`, `supplements`: files."""

    section: str
    focus: Said = NOTHING
    depth: str = "core"
    objectives: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    case_studies: tuple[str, ...] = ()
    exercises: tuple[str, ...] = ()
    supplements: tuple[str, ...] = ()
    overlay: str = ""
    span: Span = NOWHERE
    spans: dict[str, Span] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class HomeWork:
    """Sections to take before (`due`) or after the event, as LMS packages."""

    sections: tuple[str, ...] = ()
    deliver: str = "scorm12"
    minutes: int = 0
    due: date | None = None
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Content:
    sections: tuple[Chosen, ...] = ()
    blocks: tuple[str, ...] = ()
    prework: HomeWork = HomeWork()
    followup: HomeWork = HomeWork()
    lock: str = "content.lock"
    span: Span = NOWHERE

    def of(self, section: str) -> Chosen | None:
        return next((chosen for chosen in self.sections if chosen.section == section), None)


@dataclass(frozen=True, slots=True)
class Facilitator:
    """`sections` it can teach; `days` (from 1) on which it is there, empty = all."""

    id: str
    langs: tuple[str, ...]
    sections: tuple[str, ...] = ()
    name: str = ""
    role: str = "facilitator"
    agency: str = ""
    gender: str = ""
    days: tuple[int, ...] = ()
    absent: bool = False
    span: Span = NOWHERE

    @property
    def shown(self) -> str:
        return self.name or self.id.capitalize()


@dataclass(frozen=True, slots=True)
class Group:
    name: str
    langs: tuple[str, ...]
    room: str


@dataclass(frozen=True, slots=True)
class Allocate:
    """How people are put into groups. `spread`, `balance`: their attributes; `language`, `step_free`: hard or soft."""

    seed: int = 1
    language: str = "hard"
    step_free: str = "hard"
    spread: tuple[str, ...] = ("country", "agency")
    balance: tuple[str, ...] = ("gender", "experience")
    apart: tuple[tuple[str, ...], ...] = ()
    together: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Groups:
    """`rotate`: facilitators (they move), participants (carousel), reshuffle (new groups each time), none.

    `one_facilitator`: groups for which one must do."""

    groups: tuple[Group, ...] = ()
    keep: tuple[str, ...] = ("group", "room")
    rotate: str = "facilitators"
    facilitators_per_group: int = 2
    one_facilitator: tuple[str, ...] = ()
    allocate: Allocate = Allocate()
    roles: tuple[str, ...] = ("chair", "rapporteur", "timekeeper")
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Session:
    """One thing on the agenda. `start` is worked out (`agenda.timed`); `at` is a fixed start, or None.

    `use` names an activity, test or evaluation ("activity/recap-quiz", "assessment/pre"); `of` the break-out that a
    report belongs to; `floor` the language spoken from the front. `priority`: must, should, could. `by` = facilitators;
    `room` = room id, "" = plenary (a break-out uses the groups' rooms).
    """

    id: str
    kind: str
    minutes: int
    day: int = 1
    title: Said = NOTHING
    at: int | None = None
    start: int = 0
    by: tuple[str, ...] = ()
    room: str = ""
    floor: str = ""
    use: str = ""
    section: str = ""
    exercise: str = ""
    teaches: tuple[str, ...] = ()
    practises: tuple[str, ...] = ()
    assesses: tuple[str, ...] = ()
    blocks: tuple[str, ...] = ()
    supplement: str = ""
    per_group: int = 0
    of: str = ""
    note: Said = NOTHING
    materials: tuple[str, ...] = ()
    method: str = ""
    priority: str = "should"
    locked: bool = False
    span: Span = NOWHERE
    spans: dict[str, Span] = field(default_factory=dict)

    @property
    def end(self) -> int:
        return self.start + self.minutes

    @property
    def learning(self) -> bool:
        return self.kind in LEARNING or self.kind == "test"

    def where(self, key: str) -> Span:
        return self.spans.get(key, self.span)


@dataclass(frozen=True, slots=True)
class Day:
    number: int
    start: int
    end: int
    sessions: tuple[Session, ...]
    date: date | None = None
    span: Span = NOWHERE


@dataclass(frozen=True, slots=True)
class Workshop:
    """One recipe, templates laid under it, times worked out."""

    id: str
    title: Said
    event: Event
    languages: Languages
    content: Content
    days: tuple[Day, ...]
    audience: Audience = Audience()
    purposes: tuple[Said, ...] = ()
    team: tuple[Facilitator, ...] = ()
    groups: Groups = Groups()
    teachback: TeachBack | None = None
    assessment: Assessment = Assessment()
    attendance: Attendance = Attendance()
    deliver: Deliver = Deliver()
    severities: dict[str, str] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
    template: str = ""
    kind: str = "workshop"
    file: str = ""
    span: Span = NOWHERE

    @property
    def sessions(self) -> tuple[Session, ...]:
        return tuple(session for day in self.days for session in day.sessions)

    @property
    def present(self) -> tuple[Facilitator, ...]:
        """The team without those who cannot come."""
        return tuple(one for one in self.team if not one.absent)

    def session(self, id: str) -> Session | None:
        return next((session for session in self.sessions if session.id == id), None)

    def facilitator(self, id: str) -> Facilitator | None:
        return next((one for one in self.team if one.id == id), None)

    def room(self, id: str) -> Room | None:
        return self.event.rooms.get(id)


@dataclass(frozen=True, slots=True)
class Participant:
    """A person who takes part: personal data, for `private/` outputs only.

    `code` ("p001") stands for the person everywhere else. `langs`: languages that the person can follow, the preferred
    one first. `values` holds the other columns (experience …) by attribute.
    """

    code: str
    name: str
    langs: tuple[str, ...]
    name_local: str = ""
    country: str = ""
    agency: str = ""
    gender: str = ""
    experience: str = ""
    email: str = ""
    step_free: bool = False
    large_print: bool = False
    values: dict[str, str] = field(default_factory=dict)
    span: Span = NOWHERE

    def attribute(self, name: str) -> str:
        return (
            str(getattr(self, name)) if name in ("country", "agency", "gender", "experience") else self.values.get(name, "")
        )


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is so, to be worded in the reader's language: a key of the tool's words and its values."""

    key: str
    values: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placement:
    """Who sits in which group. `reasons`: participant code → why this group.

    `cost` is what the search makes small; 0 where everything is spread as evenly as it can be.
    """

    groups: dict[str, tuple[str, ...]]
    reasons: dict[str, tuple[Reason, ...]] = field(default_factory=dict)
    cost: int = 0

    def group_of(self, code: str) -> str:
        return next((name for name, codes in self.groups.items() if code in codes), "")


@dataclass(frozen=True, slots=True)
class Rota:
    """Break-out session id → group name → ids of its facilitators."""

    pairs: dict[str, dict[str, tuple[str, ...]]]
