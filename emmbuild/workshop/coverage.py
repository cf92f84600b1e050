"""Which objectives are taught, practised and assessed, where, and how much time that takes."""

from __future__ import annotations

from dataclasses import dataclass

from emmbuild.workshop.completing import all_objectives
from emmbuild.workshop.facts import SectionFacts, Shelf
from emmbuild.workshop.model import Chosen, Session, Workshop
from emmbuild.workshop.selecting import PRIORITIES


@dataclass(frozen=True, slots=True)
class Covered:
    """Where an objective is served: sessions that teach, practise and assess it, and how many test items of each form."""

    objective: str
    taught: tuple[Session, ...]
    practised: tuple[Session, ...]
    assessed: tuple[Session, ...]
    items: dict[str, int]


def covered(workshop: Workshop, shelf: Shelf) -> tuple[Covered, ...]:
    """Every chosen objective with the sessions that serve it."""
    found = []
    for name in dict.fromkeys(all_objectives(workshop, shelf)):
        facts = shelf.sections[name.rsplit(".", 1)[0]]
        items = {form: sum(name in item.objectives and item.form == form for item in facts.items) for form in ("A", "B")}
        found.append(
            Covered(
                name,
                tuple(one for one in workshop.sessions if name in one.teaches),
                tuple(one for one in workshop.sessions if name in one.practises),
                tuple(one for one in workshop.sessions if name in one.assesses),
                items,
            )
        )
    return tuple(found)


def topic_minutes(chosen: Chosen, facts: SectionFacts) -> int:
    """Minutes of presentation of the topics that the recipe takes from a section."""
    return sum(topic.minutes for topic in facts.topics if _taken(topic.id, topic.priority, topic.objectives, chosen))


def _taken(name: str, priority: str, objectives: tuple[str, ...], chosen: Chosen) -> bool:
    if name in chosen.without:
        return False
    if chosen.blocks:
        return name in chosen.blocks
    if priority not in PRIORITIES[chosen.depth]:
        return False
    return not (chosen.objectives and objectives) or bool(set(objectives) & set(chosen.objectives))
