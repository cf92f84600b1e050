"""A session is led by somebody who is not there."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.model import Facilitator, Session
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck
from emmbuild.workshop.staffing import holds


def find(scene: Scene) -> Iterator[Diagnostic]:
    workshop = scene.workshop
    for session in workshop.sessions:
        for name in session.by:
            one = workshop.facilitator(name)
            if one is None or there(one, session):
                continue
            busy = {id for other in workshop.sessions if overlap(session, other) for id in other.by}
            free = [other for other in workshop.team if there(other, session) and other.id not in busy]
            able = [other.id for other in free if holds(other, session.section) and session.floor in ("", *other.langs)]
            why = "is absent" if one.absent else f"is not there on day {session.day}"
            hint = f"could take it: {', '.join(able[:4])}" if able else "move the session or find somebody else"
            yield error("STF104", f"{session.id} is led by {name}, who {why}", session.where("by"), hint=hint)


def there(one: Facilitator, session: Session) -> bool:
    return not one.absent and (not one.days or session.day in one.days)


def overlap(one: Session, other: Session) -> bool:
    return one.day == other.day and one.start < other.end and other.start < one.end


CHECK = WorkshopCheck(
    "STF104",
    Severity.ERROR,
    "a session is led by somebody who is not there",
    """Absent people (`absent: true`) and those who come on other days only (`days: [2]`) cannot lead it.""",
    bad=Edit(
        (
            (
                '{id: dalia, langs: [en], sections: ["3.12"]}',
                '{id: dalia, langs: [en], sections: ["3.12"]}\n  - {id: finn, langs: [en], days: [2]}',
            ),
            ("by: [bruno]", "by: [finn]"),
        )
    ),
    find=find,
    gate="build",
)
