"""A section as read → what a workshop has to know of it."""

from __future__ import annotations

from emmbuild.blocks.case_study import CaseStudy
from emmbuild.blocks.objectives import Objective
from emmbuild.blocks.practical_application import PracticalApplication
from emmbuild.blocks.worksheet import Worksheet
from emmbuild.core import walk
from emmbuild.core.nodes import Heading, Node, Question
from emmbuild.core.text import EMPTY
from emmbuild.readers.library import ReadSection
from emmbuild.workshop.facts import Part, SectionFacts, TestItem, Topic


def of(read: ReadSection) -> SectionFacts:
    section = read.section
    nodes = list(walk.nodes(section.blocks))
    exercises = list(read.exercises.values())
    parts = {
        found.id: found for node in (*nodes, *exercises) if (found := part(node)) and found.id and found.kind != "block"
    }
    items = {
        node.meta.id: TestItem(node.meta.id, node.meta.objectives, node.form, node.kind, node.points)
        for node in (*nodes, *(inner for one in exercises for inner in walk.nodes(one)))
        if isinstance(node, Question)
    }
    return SectionFacts(
        section.id,
        section.front.title,
        section.front.version,
        section.front.status,
        section.front.minutes,
        {node.meta.id: node.text for node in nodes if isinstance(node, Objective)},
        tuple(
            Topic(node.meta.id, node.text, node.meta.minutes, node.meta.priority, node.meta.objectives)
            for node in section.blocks
            if isinstance(node, Heading) and node.level == 1
        ),
        parts,
        tuple(items.values()),
        section.front.prerequisites,
        frozenset(node.meta.id for node in nodes if node.meta.id),
    )


def part(node: Node) -> Part | None:
    meta, title = node.meta, getattr(node, "title", EMPTY)
    match node:
        case CaseStudy():
            kind = "case"
        case PracticalApplication():
            kind = "application"
        case Worksheet():
            kind = node.kind
            return Part(
                meta.id, title, kind, meta.minutes, node.long, meta.priority, meta.objectives, len(node.roles),
                node.report_minutes,
            )  # fmt: skip
        case _ if "/" in meta.id:
            kind = "block"
        case _:
            return None
    return Part(meta.id, title, kind, meta.minutes, 0, meta.priority, meta.objectives)
