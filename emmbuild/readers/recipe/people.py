"""Who comes and who teaches: the `audience`, `team`, `groups` and `attendance` of a recipe."""

from __future__ import annotations

from emmbuild.readers.recipe.content import section_id
from emmbuild.readers.recipe.form import Form
from emmbuild.readers.recipe.inherit import FROM
from emmbuild.workshop.delivery import Attendance
from emmbuild.workshop.model import Allocate, Audience, Facilitator, Group, Groups, Languages

LEVELS = ("foundation", "intermediate", "advanced")
ROTATIONS = ("facilitators", "participants", "reshuffle", "none")
FIRMNESS = ("hard", "soft")


def audience(form: Form) -> Audience:
    form.asked |= {"needs"}
    found = Audience(
        form.text("profile"),
        form.text("level", "foundation", choices=LEVELS),
        form.whole("expected", most=10_000),
        form.text("participants"),
        form.table("columns"),
        form.span,
    )
    form.close()
    return found


def team(form: Form) -> tuple[Facilitator, ...]:
    found = []
    for one in form.parts("team"):
        for name, example in (("id", "amal"), ("langs", "[en, fr]")):
            if not one.has(name):
                one.missing(name, example)
        days = tuple(int(day) for day in one.names("days") if day.isdigit())
        found.append(
            Facilitator(
                one.text("id", pattern=r"[a-z0-9][a-z0-9-]*", like="amal"),
                one.names("langs"),
                tuple(section_id(name) for name in one.names("sections")),
                one.text("name"),
                one.text("role", "facilitator", choices=("lead", "facilitator", "observer", "interpreter")),
                one.text("agency"),
                one.text("gender"),
                days,
                one.flag("absent"),
                one.span,
            )
        )
        one.close()
    return tuple(found)


def groups(form: Form, languages: Languages) -> Groups:
    default = Groups()
    count = form.whole("count", len(form.names("names")), most=60)
    names = form.names("names") or tuple(_letters(count))
    if form.has("count") and len(names) != count:
        form.wrong("count", f"`count` is {count}, but {len(names)} names are given", "make them the same")
    spoken, rooms = form.part("langs"), form.table("rooms")
    made = tuple(Group(name, _spoken(spoken, name, languages), rooms.get(name, name)) for name in names)
    spoken.close()
    for name in rooms:
        if name not in names:
            form.wrong("rooms", f"there is no group {name!r}", "the groups are " + ", ".join(names))
    for name in form.names("one_facilitator"):
        if name not in names:
            form.wrong("one_facilitator", f"there is no group {name!r}", "the groups are " + ", ".join(names))
    keep = form.names("keep") if form.has("keep") else default.keep
    found = Groups(
        made,
        keep,
        form.text("rotate", default.rotate, choices=ROTATIONS),
        form.whole("facilitators_per_group", default.facilitators_per_group, 1, 6),
        form.names("one_facilitator"),
        _allocate(form.part("allocate")),
        form.names("roles") if form.has("roles") else default.roles,
        form.span,
    )
    form.close()
    return found


def _spoken(form: Form, name: str, languages: Languages) -> tuple[str, ...]:
    """The languages of a group. Those that only its template names count where the workshop works in them."""
    named = form.names(name)
    if form.span_of(name).file.startswith(FROM):
        named = tuple(code for code in named if code in languages.working)
    return named or languages.working


def _letters(count: int) -> list[str]:
    """A … Z, then A2 … Z2 and so on."""
    return [chr(65 + n % 26) + (str(n // 26 + 1) if n >= 26 else "") for n in range(count)]


def _allocate(form: Form) -> Allocate:
    default = Allocate()
    found = Allocate(
        form.whole("seed", default.seed, 0, 2**31),
        form.text("language", "hard", choices=FIRMNESS),
        form.text("step_free", "hard", choices=FIRMNESS),
        form.names("spread") if form.has("spread") else default.spread,
        form.names("balance") if form.has("balance") else default.balance,
        form.lists("apart"),
        form.lists("together"),
    )
    form.close()
    return found


def attendance(form: Form) -> Attendance:
    found = Attendance(
        form.text("per", "half-day", choices=("half-day", "day")),
        form.whole("certificate_from", 75, 0, 100),
        form.phrases("signatories"),
        form.text("serial"),
    )
    form.close()
    return found
