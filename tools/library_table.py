"""Prints docs/library.md: what each section holds, counted, and how easy it is to read.

Usage: python tools/library_table.py > docs/library.md
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pyphen

from emmbuild import pipeline
from emmbuild.blocks.case_study import CaseStudy
from emmbuild.blocks.chart import SourceChart
from emmbuild.blocks.objectives import Objective
from emmbuild.blocks.resources import Resource
from emmbuild.cli.list import words_of_text
from emmbuild.core import walk
from emmbuild.core.nodes import Bullets, Definition, Heading, Node, Paragraph, Question, Table

ROOT = Path(__file__).parent.parent
HEAD = """\
# The library in figures

Made by `python tools/library_table.py > docs/library.md`; `tests/test_library.py` compares. Words are those of the
running text: headings, paragraphs, lists, tables and definitions, without slides, notes, cases, exercises and
questions. Minutes are those of the brief, core and full version. Reading ease is Flesch's (higher is easier; 60–70 is
plain English), over the paragraphs, with syllables counted by Pyphen, a library that is kept. textstat, the usual choice,
fetches a pronouncing dictionary from the network when it is first used, so it cannot run here. Pyphen misses some
syllables: compared once with the CMU pronouncing dictionary, the figures below are 2 to 7 points too high; with it they
are 61 to 75, school grade 6 to 9.

"""
COLUMNS = (
    "status",
    "words",
    "minutes",
    "objectives",
    "definitions",
    "tables",
    "charts",
    "cases",
    "questions",
    "kinds",
    "top",
    "resources",
    "reading ease",
)
BESIDE = """
## Beside the sections

Introductions of the volumes, chapters in the structure of the EMM 2.0 Handbook, and a presentation. The glossary with
sources and country variants is printed by `emmbuild list terms`, the e-library with its Top 5 by `emmbuild list resources`.

"""


def sentences(blocks: tuple[Node, ...]) -> Iterator[str]:
    for node in blocks:
        if isinstance(node, Paragraph):
            yield from (part for part in re.split(r"(?<=[.!?])\s+", node.text.plain) if len(part.split()) > 2)
        elif isinstance(node, Bullets):
            yield from (item.text.plain for item in node.items if len(item.text.plain.split()) > 4)


def reading_ease(blocks: tuple[Node, ...]) -> float:
    """Flesch reading ease: 206.835 − 1.015 × words a sentence − 84.6 × syllables a word."""
    split = pyphen.Pyphen(lang="en_US")
    found = list(sentences(blocks))
    words = [word for sentence in found for word in re.findall(r"[A-Za-z'’]+", sentence)]
    syllables = sum(len(split.positions(word)) + 1 for word in words)
    return 206.835 - 1.015 * len(words) / len(found) - 84.6 * syllables / len(words)


def row(desk: pipeline.Desk, name: str) -> list[object]:
    section = desk.section(name).section
    nodes = list(walk.nodes(section.blocks))

    def count(*kinds: type[Node]) -> int:
        return sum(isinstance(node, kinds) for node in nodes)

    questions = [node for node in nodes if isinstance(node, Question)]
    tables = sum(isinstance(node, Table) and bool(node.caption) and not node.fill and not node.chart for node in nodes)
    minutes = "/".join(str(section.front.minutes.get(depth, "–")) for depth in ("brief", "core", "full"))
    resources = [node for node in nodes if isinstance(node, Resource)]
    return [
        f"{name} {section.front.title.plain}", section.front.status, words_of_text(section), minutes, count(Objective),
        count(Definition), tables, count(SourceChart), count(CaseStudy), len(questions), len({q.kind for q in questions}),
        sum(bool(node.top) for node in resources), len(resources), f"{reading_ease(section.blocks):.0f}",
    ]  # fmt: skip


def grid(rows: list[list[object]], first: str) -> str:
    head = [first, *COLUMNS]
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(str(cell) for cell in line) + " |\n" for line in lines)


def table(desk: pipeline.Desk) -> str:
    names = desk.shelf.sections
    sections = [desk.section(name).section for name in names]
    terms = {n.term.plain.casefold() for s in sections for n in walk.nodes(s.blocks) if isinstance(n, Definition)}
    topics = sum(isinstance(n, Heading) and n.level == 1 for s in sections for n in s.blocks)
    words = sum(words_of_text(section) for section in sections)
    foot = f"\n{len(names)} sections, {words:,} words, {topics} topics, {len(terms)} defined terms.\n"
    beside = [row(desk, name) for name in desk.shelf.written if name not in names]
    return HEAD + grid([row(desk, name) for name in names], "section") + foot + BESIDE + grid(beside, "target")


if __name__ == "__main__":
    print(table(pipeline.desk(ROOT)), end="")
