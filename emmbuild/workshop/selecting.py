"""The part of a section that a workshop uses: by depth, objectives, cases and exercises, or block by block."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from emmbuild.core import walk
from emmbuild.core.nodes import Heading, Node, Question
from emmbuild.workshop.facts import SectionFacts
from emmbuild.workshop.model import DEPTHS, Chosen, Workshop

PRIORITIES = {"brief": ("must",), "core": ("must", "should"), "full": ("must", "should", "could")}
assert tuple(PRIORITIES) == DEPTHS


def used_exercises(workshop: Workshop, section: str) -> tuple[str, ...]:
    """The exercises of a section that the agenda works on."""
    return tuple(one.exercise for one in workshop.sessions if one.section == section and one.exercise)


def selected(
    blocks: Sequence[Node],
    chosen: Chosen,
    facts: SectionFacts,
    exercises: Sequence[str],
    whole: Callable[[Node], bool],
) -> tuple[Node, ...]:
    """The blocks that the workshop uses, in their order. `exercises` are kept whatever their priority.

    What the recipe names stays even where its topic goes. `whole(block)`: it belongs to the section, not to the topic that
    it stands in (key messages, resources, exercises).
    """
    named = {*chosen.case_studies, *chosen.exercises, *chosen.blocks, *exercises}
    kept = [
        block
        for topic in _topics(blocks)
        for wanted in [_wanted(topic, chosen)]
        for block in topic
        if wanted or whole(block) or block.meta.id in named
    ]
    dropped = set(facts.objectives) - set(chosen.objectives) if chosen.objectives else set()

    def stays(node: Node) -> bool:
        meta = node.meta
        if meta.id in chosen.without or meta.id in dropped:
            return False
        part = facts.parts.get(meta.id)
        if part is not None:
            return _part_stays(part.id, part.kind, part.priority, chosen, exercises)
        if isinstance(node, Question) and dropped and meta.objectives:
            return not set(meta.objectives) <= dropped
        return True

    return walk.keep(tuple(kept), stays)


def _topics(blocks: Sequence[Node]) -> Iterator[list[Node]]:
    """What stands before the first topic, then each topic with all that belongs to it."""
    held: list[Node] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1 and held:
            yield held
            held = []
        held.append(block)
    if held:
        yield held


def _wanted(topic: Sequence[Node], chosen: Chosen) -> bool:
    head = topic[0]
    if not isinstance(head, Heading) or head.level != 1:
        return True
    if head.meta.id in chosen.without:
        return False
    if chosen.blocks:
        return head.meta.id in chosen.blocks or any(node.meta.id in chosen.blocks for node in topic)
    if head.meta.priority not in PRIORITIES[chosen.depth]:
        return False
    serves = set(head.meta.objectives)
    return not (chosen.objectives and serves) or bool(serves & set(chosen.objectives))


def _part_stays(name: str, kind: str, priority: str, chosen: Chosen, exercises: Sequence[str]) -> bool:
    if name in exercises or name in chosen.exercises or name in chosen.blocks:
        return True
    if kind == "case" and chosen.case_studies:
        return name in chosen.case_studies
    if chosen.exercises and kind in ("group", "personal"):
        return False
    return priority in PRIORITIES[chosen.depth]
