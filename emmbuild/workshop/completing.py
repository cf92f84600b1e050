"""What a recipe leaves open and the library answers: whose objectives, which worksheet, who leads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from emmbuild.workshop.agenda import timed
from emmbuild.workshop.facts import SectionFacts, Shelf
from emmbuild.workshop.model import Chosen, Session, Workshop

_LED = ("input", "activity", "report", "discussion", "panel", "simulation", "field-visit", "teachback")


def completed(workshop: Workshop, shelf: Shelf) -> Workshop:
    """The workshop with every session's section, exercise, objectives and facilitators filled in."""
    led: dict[str, int] = {one.id: 0 for one in workshop.present}
    for session in workshop.sessions:
        for name in session.by:
            led[name] = led.get(name, 0) + session.minutes
    days = []
    for day in workshop.days:
        sessions = []
        for session in day.sessions:
            session = _filled(session, workshop, shelf)
            if not session.by and session.kind in _LED:
                session = replace(session, by=_leader(session, workshop, led))
            sessions.append(session)
        days.append(timed(replace(day, sessions=tuple(sessions))))
    return replace(workshop, days=tuple(days))


def _filled(session: Session, workshop: Workshop, shelf: Shelf) -> Session:
    if session.kind == "report" and session.of:
        done = workshop.session(session.of)
        return replace(session, section=session.section or done.section) if done else session
    named = session.teaches or session.practises
    if not session.section and named and session.kind in ("input", "breakout"):
        session = replace(session, section=named[0].rsplit(".", 1)[0])
    chosen, facts = workshop.content.of(session.section), shelf.sections.get(session.section)
    if session.kind == "test" and not session.assesses and workshop.assessment.test_items:
        return replace(session, assesses=tuple(all_objectives(workshop, shelf)))
    if chosen is None or facts is None:
        return session
    if session.kind == "input" and not session.teaches and not session.blocks:
        return replace(session, teaches=objectives_of(chosen, facts))
    if session.kind == "breakout":
        exercise = session.exercise or exercise_of(chosen, facts)
        part = facts.parts.get(exercise)
        practised = session.practises or (part.objectives if part else ())
        return replace(session, exercise=exercise, practises=practised)
    return session


def exercise_of(chosen: Chosen, facts: SectionFacts) -> str:
    """The worksheet that a break-out of the section works on unless the recipe says: the first group worksheet."""
    sheets = [part.id for part in facts.sheets("group")]
    return next((name for name in chosen.exercises if name in sheets), sheets[0] if sheets else "")


def objectives_of(chosen: Chosen, facts: SectionFacts) -> tuple[str, ...]:
    """The objectives that the workshop takes from a section: those chosen, or all."""
    return chosen.objectives or tuple(facts.objectives)


def all_objectives(workshop: Workshop, shelf: Shelf) -> Iterator[str]:
    """The objectives of every chosen section, in the order of the recipe."""
    for chosen in workshop.content.sections:
        facts = shelf.sections.get(chosen.section)
        if facts is not None:
            yield from objectives_of(chosen, facts)


def _leader(session: Session, workshop: Workshop, led: dict[str, int]) -> tuple[str, ...]:
    """The one who is there, holds the section, speaks the floor language and has led least so far."""
    floor = session.floor or (workshop.languages.working[0] if workshop.languages.working else "")

    def rank(place: int) -> tuple[object, ...]:
        one = workshop.present[place]
        holds = not session.section or session.section in one.sections
        return (not holds, floor not in one.langs, one.role in ("observer", "interpreter"), led.get(one.id, 0), place)

    there = [n for n, one in enumerate(workshop.present) if not one.days or session.day in one.days]
    if not there:
        return ()
    found = workshop.present[min(there, key=rank)]
    led[found.id] = led.get(found.id, 0) + session.minutes
    return (found.id,)
