"""A participant cannot follow the plenary."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.core.diagnostics import Diagnostic, Severity, error
from emmbuild.workshop.model import PAUSES, Workshop
from emmbuild.workshop.rules import Edit, Scene, WorkshopCheck


def reached(floor: str, workshop: Workshop) -> set[str]:
    """The floor language and those into which it is interpreted in the plenary, over another booth too."""
    meant, found = workshop.languages.interpretation, {floor}
    if meant.where.get("plenary", "none") == "none":
        return found
    for _ in meant.pairs:
        found |= {code for pair in meant.pairs if found & set(pair) for code in pair}
    return found


def find(scene: Scene) -> Iterator[Diagnostic]:
    workshop = scene.workshop
    told: set[tuple[str, str]] = set()
    for session in workshop.sessions:
        floor = session.floor or workshop.languages.source
        if session.kind == "breakout" or session.kind in PAUSES:
            continue
        offered = reached(floor, workshop)
        lost = [one.code for one in scene.people if one.langs and offered.isdisjoint(one.langs)]
        if not lost or (floor, " ".join(lost)) in told:
            continue
        told.add((floor, " ".join(lost)))
        shown = ", ".join(lost[:5]) + (" …" if len(lost) > 5 else "")
        message = f"{session.id} is spoken in {', '.join(sorted(offered))}; {len(lost)} cannot follow: {shown}"
        needed = sorted({code for one in scene.people if one.code in lost for code in one.langs})
        hint = f"add a pair to languages: interpretation, such as {floor}-{needed[0]}, or a whispering interpreter"
        yield error("PPL116", message, workshop.languages.interpretation.span, hint=hint)


CHECK = WorkshopCheck(
    "PPL116",
    Severity.ERROR,
    "a participant cannot follow the plenary",
    """Everybody must speak the floor language or a language into which it is interpreted. Who does not sits there in silence for two days.""",
    bad=Edit((("plenary: simultaneous, ", "plenary: none, "),), (('p007,Gil Haro,"fr, en"', "p007,Gil Haro,fr"),)),
    find=find,
    gate="print",
)
