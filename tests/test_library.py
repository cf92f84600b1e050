"""The library keeps its promises: enough of everything in each section, nothing copied, figures in the docs true."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from conftest import ROOT

from emmbuild import pipeline
from emmbuild.blocks.case_study import CaseStudy
from emmbuild.blocks.figure import SourceFigure
from emmbuild.blocks.guiding_questions import GuidingQuestion
from emmbuild.blocks.interlinkages import Interlinkage
from emmbuild.blocks.key_messages import KeyMessages
from emmbuild.blocks.objectives import Objective
from emmbuild.blocks.practical_application import PracticalApplication
from emmbuild.blocks.resources import Resource
from emmbuild.blocks.worksheet import Worksheet
from emmbuild.cli.list import words_of_text
from emmbuild.core import walk
from emmbuild.core.nodes import Definition, Heading, Node, Notes, Question, Table
from emmbuild.localize import packs

sys.path.insert(0, str(ROOT / "tools"))
import seed_grams

WRITTEN = pipeline.desk(ROOT).shelf.sections
TARGETS = pipeline.desk(ROOT).shelf.written  # with introductions, chapters and presentations
NAMES = re.compile("convention on the rights of the child", re.IGNORECASE)  # long names are not copied text


def nodes(desk: pipeline.Desk, name: str) -> list[Node]:
    return list(walk.nodes(desk.section(name).section.blocks))


def count(found: list[Node], *kinds: type[Node]) -> int:
    return sum(isinstance(node, kinds) for node in found)


@pytest.mark.parametrize("name", WRITTEN)
def test_a_section_has_enough_of_everything(name: str, real: pipeline.Desk) -> None:
    found = nodes(real, name)
    section = real.section(name).section
    assert 2_000 <= words_of_text(section) <= 3_000
    assert 4 <= count(found, Objective) <= 6
    assert 3 <= count(found, GuidingQuestion) <= 5
    assert 5 <= sum(len(node.items) for node in found if isinstance(node, KeyMessages)) <= 8
    assert 4 <= sum(isinstance(n, Heading) and n.level == 1 for n in section.blocks) <= 7
    assert count(found, SourceFigure) >= 1 and 1 <= count(found, CaseStudy) <= 2
    assert count(found, PracticalApplication) >= 1 and count(found, Worksheet) >= 1
    assert any(isinstance(n, Table) and n.caption and not n.fill for n in found)
    assert count(found, Definition) >= 5 and count(found, Interlinkage) >= 3
    questions = [node for node in found if isinstance(node, Question)]
    assert len(questions) >= 10 and len({question.kind for question in questions}) >= 4
    assert sorted(r.top for r in found if isinstance(r, Resource) and r.top) == [1, 2, 3, 4, 5]
    sheet = next(node for node in found if isinstance(node, Worksheet))
    assert (sheet.meta.minutes, sheet.long) == (60, 120) and sheet.roles
    assert set(section.front.minutes) == {"brief", "core", "full"}


@pytest.mark.parametrize("name", TARGETS)
def test_every_topic_has_a_note_for_the_facilitator(name: str, real: pipeline.Desk) -> None:
    topics: list[list[Node]] = []
    for node in real.section(name).section.blocks:
        if isinstance(node, Heading) and node.level == 1:
            topics.append([])
        if topics:
            topics[-1].append(node)
    for topic in topics:
        assert any(isinstance(node, Notes) for node in topic), topic[0]


@pytest.mark.parametrize("name", TARGETS)
def test_cases_say_that_they_are_invented(name: str, real: pipeline.Desk) -> None:
    for case in (node for node in nodes(real, name) if isinstance(node, CaseStudy)):
        words = " ".join(text.plain for text in walk.texts(case)).lower()
        assert "invented" in words or "fiction" in words


@pytest.fixture(scope="module")
def seeds() -> set[bytes]:
    """Hashes of every run of eight words in the source documents."""
    data = (ROOT / "tests/seeds.grams").read_bytes()
    return {data[place : place + seed_grams.BYTES] for place in range(0, len(data), seed_grams.BYTES)}


def copied(tree: object, seeds: set[bytes]) -> list[str]:
    return [
        f"{text.span}: {run}"
        for text in walk.texts(tree)
        for run in seed_grams.runs(NAMES.sub("namedtreaty", text.plain))
        if seed_grams.digest(run) in seeds
    ]


@pytest.mark.parametrize("name", TARGETS)
def test_no_run_of_eight_words_is_a_sources(name: str, real: pipeline.Desk, seeds: set[bytes]) -> None:
    read = real.section(name)
    assert copied(packs.section_tree(read.section, read.exercises), seeds) == []


def test_no_run_of_eight_words_in_a_collection_is_a_sources(real: pipeline.Desk, seeds: set[bytes]) -> None:
    assert copied(tuple(found.blocks for found in real.collections), seeds) == []


def test_the_search_for_copied_text_can_fail(seeds: set[bytes]) -> None:
    assert len(seeds) > 20_000 and seed_grams.digest("the convention on the rights of the child") in seeds


def test_the_table_in_the_docs_is_true() -> None:
    command = [sys.executable, str(ROOT / "tools/library_table.py")]
    made = subprocess.run(command, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT), "PATH": ""})
    assert made.stdout == (ROOT / "docs/library.md").read_text("utf-8"), "make figures"


BANKS = [
    name for name in WRITTEN if list(ROOT.glob("exercises/{}.{:02d}-*/test-bank.md".format(*map(int, name.split(".")))))
]


@pytest.mark.parametrize("name", BANKS or ["none"])
def test_every_objective_has_an_item_in_both_forms_of_the_test(name: str, real: pipeline.Desk) -> None:
    assert name in WRITTEN, "no section has a test bank"
    objectives = sorted(n.meta.id for n in nodes(real, name) if isinstance(n, Objective))
    items = [n for n in real.section(name).exercises.values() if isinstance(n, Question) and n.form]
    for form in ("A", "B"):
        assert sorted(o for item in items if item.form == form for o in item.meta.objectives) == objectives
    for item in items:
        assert item.rationale and item.meta.id.startswith(f"{name}.T{item.form}"), item.meta.id
