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
from emmbuild.blocks.objectives import Objective
from emmbuild.cli.list import words_of_text
from emmbuild.core import walk
from emmbuild.core.nodes import Bullets, Definition, Heading, Node, Paragraph, Question, Table

ROOT = Path(__file__).parent.parent
HEAD = """\
# The library in figures

Made by `python tools/library_table.py > docs/library.md`; `tests/test_library.py` compares. Words are those of the
running text: headings, paragraphs, lists, tables and definitions, without slides, notes, cases, exercises and
questions. Reading ease is Flesch's (higher is easier; 50–60 is plain English for adults), with syllables counted by
Pyphen, over the paragraphs.

| section | status | words | minutes | objectives | definitions | tables | cases | questions | kinds | reading ease |
|---|---|---|---|---|---|---|---|---|---|---|
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


def row(desk: pipeline.Desk, name: str) -> str:
    section = desk.section(name).section
    nodes = list(walk.nodes(section.blocks))

    def count(*kinds: type[Node]) -> int:
        return sum(isinstance(node, kinds) for node in nodes)

    questions = [node for node in nodes if isinstance(node, Question)]
    tables = sum(isinstance(node, Table) and bool(node.caption) and not node.fill for node in nodes)
    minutes = "/".join(str(section.front.minutes.get(depth, "–")) for depth in ("brief", "core", "full"))
    cells = [
        f"{name} {section.front.title.plain}", section.front.status, words_of_text(section), minutes, count(Objective),
        count(Definition), tables, count(CaseStudy), len(questions), len({question.kind for question in questions}),
        f"{reading_ease(section.blocks):.0f}",
    ]  # fmt: skip
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def table(desk: pipeline.Desk) -> str:
    rows = [row(desk, name) for name in desk.shelf.sections]
    sections = [desk.section(name).section for name in desk.shelf.sections]
    terms = {n.term.plain.casefold() for s in sections for n in walk.nodes(s.blocks) if isinstance(n, Definition)}
    topics = sum(isinstance(n, Heading) and n.level == 1 for s in sections for n in s.blocks)
    words = sum(words_of_text(section) for section in sections)
    foot = f"\n{len(rows)} sections, {words:,} words, {topics} topics, {len(terms)} defined terms.\n"
    return HEAD + "\n".join(rows) + "\n" + foot


if __name__ == "__main__":
    print(table(pipeline.desk(ROOT)), end="")
