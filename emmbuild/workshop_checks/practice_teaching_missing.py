"""A training of trainers gives no or too little time to practice teaching."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.workshop.delivery import TeachBack
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck
from emmbuild.workshop.teachback import minutes_needed


def find(scene: Scene) -> Iterator[Diagnostic]:
    workshop = scene.workshop
    held = [session for session in workshop.sessions if session.kind == "teachback"]
    if workshop.kind != "training-of-trainers" and workshop.teachback is None and not held:
        return
    plan = workshop.teachback or TeachBack()
    people = len(scene.people) or workshop.audience.expected
    needed, given = minutes_needed(people, plan), sum(session.minutes for session in held)
    if given >= needed and held:
        return
    where = held[0].span if held else workshop.span
    sum_up = f"{people} people × ({plan.minutes} + {plan.feedback}) minutes in {plan.rooms} rooms take {needed}"
    message = (
        "people are trained as trainers, but nobody practises teaching" if not held else "practice teaching is too short"
    )
    hint = "add sessions of kind teachback, use more rooms (`teachback: {rooms: …}`), or shorten the turns"
    yield warning("COV107", f"{message}: {sum_up}, the agenda gives {given}", where, hint=hint)


CHECK = WorkshopCheck(
    "COV107",
    Severity.WARNING,
    "a training of trainers gives no or too little time to practice teaching",
    """Trainers learn to train by training: ten minutes in front of others and five of feedback for each person. With several rooms
at a time it fits: 15 people need 75 minutes in three rooms, 225 in one.""",
    bad=Edit((("id: sample\n", "id: sample\nkind: training-of-trainers\n"),)),
    find=find,
)
