"""Who takes a plenary session when the one who leads it cannot come."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from emmbuild.workshop.model import Facilitator, Session, Workshop
from emmbuild.workshop.staffing import holds


def there(one: Facilitator, session: Session, missing: Collection[str] = ()) -> bool:
    """The person comes at all, and on the day of the session."""
    return not one.absent and one.id not in missing and (not one.days or session.day in one.days)


def able(workshop: Workshop, session: Session, missing: Collection[str] = ()) -> Iterator[Facilitator]:
    """Who could take the session, the most suitable first: free, speaks its language, holds its section, leads little."""
    floor = session.floor or workshop.languages.source
    busy = {id for other in workshop.sessions if _meet(session, other) for id in other.by}
    led = {one.id: sum(other.minutes for other in workshop.sessions if one.id in other.by) for one in workshop.team}
    fit = [
        one
        for one in workshop.team
        if there(one, session, missing)
        and one.id not in busy
        and floor in one.langs
        and one.role in ("lead", "facilitator")
    ]
    return iter(sorted(fit, key=lambda one: (not holds(one, section_of(session)), led[one.id])))


def section_of(session: Session) -> str:
    """The section of a session, or that of the first objective that it names."""
    named = (*session.teaches, *session.practises)
    return session.section or (named[0].rsplit(".", 1)[0] if named else "")


def stand_ins(workshop: Workshop, missing: Collection[str]) -> dict[str, tuple[str, ...]]:
    """Session → who leads it now, for each one that somebody missing was to lead; empty where nobody can."""
    found: dict[str, tuple[str, ...]] = {}
    for session in workshop.sessions:
        if set(session.by).isdisjoint(missing) or session.kind == "breakout":
            continue
        by: list[str] = []
        for name in session.by:
            new = next((one.id for one in able(workshop, session, missing) if one.id not in by), "")
            by += [name] if name not in missing else [new] if new else []
        found[session.id] = tuple(by)
        workshop = _led(workshop, session.id, tuple(by))
    return found


def _led(workshop: Workshop, id: str, by: tuple[str, ...]) -> Workshop:
    """The workshop with the session led by others, so that they count as busy."""
    days = tuple(
        replace(day, sessions=tuple(replace(one, by=by) if one.id == id else one for one in day.sessions))
        for day in workshop.days
    )
    return replace(workshop, days=days)


def _meet(one: Session, other: Session) -> bool:
    return one.day == other.day and one.start < other.end and other.start < one.end
