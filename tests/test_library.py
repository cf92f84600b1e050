"""The library keeps its promises: enough of everything in each section, nothing copied, figures in the docs true."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from conftest import ROOT

from emmbuild import pipeline
from emmbuild.blocks.case_study import CaseStudy
from emmbuild.blocks.chart import SourceChart
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
from emmbuild.core.nodes import Bullets, Definition, Heading, Node, Notes, Question, Table
from emmbuild.localize import packs

sys.path.insert(0, str(ROOT / "tools"))
import library_table
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
    assert 3 <= count(found, GuidingQuestion) <= 5
    assert 5 <= sum(len(node.items) for node in found if isinstance(node, KeyMessages)) <= 8
    assert 4 <= sum(isinstance(n, Heading) and n.level == 1 for n in section.blocks) <= 7
    assert count(found, SourceFigure) >= 1 and 1 <= count(found, CaseStudy) <= 2
    assert count(found, PracticalApplication) >= 1
    assert any(isinstance(n, Table) and n.caption and not n.fill and len(n.header) >= 3 for n in found)
    assert count(found, Definition) >= 5 and count(found, Interlinkage) >= 3
    assert sorted(r.top for r in found if isinstance(r, Resource) and r.top) == [1, 2, 3, 4, 5]
    brief, core, full = (section.front.minutes[depth] for depth in ("brief", "core", "full"))
    assert brief < core < full


@pytest.mark.parametrize("name", TARGETS)
def test_objectives_are_observable_and_of_several_levels(name: str, real: pipeline.Desk) -> None:
    objectives = [node for node in nodes(real, name) if isinstance(node, Objective)]
    if name in WRITTEN:
        assert 4 <= len(objectives) <= 6
        assert len({node.bloom for node in objectives}) >= 3, "the objectives are of one kind"
    assert not {check.code for check in real.check(name)} & {"OBJ101", "OBJ102", "OBJ201", "OBJ202", "OBJ203"}


@pytest.mark.parametrize("name", WRITTEN)
def test_cases_ask_questions(name: str, real: pipeline.Desk) -> None:
    for case in (node for node in nodes(real, name) if isinstance(node, CaseStudy)):
        asked = [node for node in walk.nodes(case) if isinstance(node, Bullets) and node.ordered]
        assert sum(len(node.items) for node in asked) >= 2


@pytest.mark.parametrize("name", WRITTEN)
def test_a_worksheet_is_ready_for_a_room(name: str, real: pipeline.Desk) -> None:
    """Purpose, roles, steps for 60 and for 120 minutes, something to fill, a report."""
    sheets = [node for node in nodes(real, name) if isinstance(node, Worksheet)]
    assert sheets
    for sheet in sheets:
        assert sheet.purpose and sheet.roles and sheet.report_back
        assert sum(step.meta.minutes for step in sheet.steps) == sheet.meta.minutes == 60
        assert sum(step.long for step in sheet.steps) == sheet.long == 120
        assert any(isinstance(node, Table) and node.fill for node in walk.nodes(sheet))


@pytest.mark.parametrize("name", WRITTEN)
def test_items_cover_every_objective_and_answer_every_choice(name: str, real: pipeline.Desk) -> None:
    found = nodes(real, name)
    questions = [node for node in found if isinstance(node, Question)]
    assert len(questions) >= 10 and len({question.kind for question in questions}) >= 4
    objectives = {node.meta.id for node in found if isinstance(node, Objective)}
    assert {name for question in questions for name in question.meta.objectives} == objectives
    for question in questions:
        assert question.rationale or question.correct_feedback, question.meta.id
        if question.kind in ("single", "multiple", "true-false"):
            assert all(option.feedback for option in question.options), question.meta.id
        elif question.kind == "matching":
            assert all(pair.feedback for pair in question.pairs), question.meta.id
        elif question.kind in ("fill-in", "numeric"):
            assert question.correct_feedback and question.incorrect_feedback, question.meta.id


NOTE = (("expected",), ("pitfall",), ("short", "skip", "drop"))


@pytest.mark.parametrize("name", TARGETS)
def test_every_heading_has_a_note_for_the_facilitator(name: str, real: pipeline.Desk) -> None:
    """What to expect, what goes wrong, what to leave out; a heading that only opens another needs none of its own."""
    blocks = real.section(name).section.blocks
    heads = [place for place, node in enumerate(blocks) if isinstance(node, Heading)]
    for start, end in zip(heads, (*heads[1:], len(blocks)), strict=True):
        if end == start + 1 and end < len(blocks):
            continue
        notes = [node for node in blocks[start:end] if isinstance(node, Notes)]
        said = " ".join(text.plain for note in notes for text in walk.texts(note)).lower()
        missing = [words[0] for words in NOTE if not any(word in said for word in words)]
        assert not missing, f"{blocks[start].meta.span}: {missing}"


def test_charts_stand_where_numbers_help_and_say_whose_they_are(real: pipeline.Desk) -> None:
    charts = {name: [n for n in nodes(real, name) if isinstance(n, SourceChart)] for name in WRITTEN}
    assert sum(bool(found) for found in charts.values()) >= 16
    for chart in (chart for found in charts.values() for chart in found):
        assert chart.source or "invented" in chart.table.caption.plain, chart.meta.id


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


@pytest.mark.parametrize("name", TARGETS)
def test_the_text_is_plain_english(name: str, real: pipeline.Desk) -> None:
    assert library_table.reading_ease(real.section(name).section.blocks) >= 65


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
