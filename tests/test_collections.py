"""Collections: loose blocks are found by id, included in sections, translated where they stand, and checked."""

from __future__ import annotations

from pathlib import Path

from conftest import write_course
from test_cli import emm

from emmbuild import pipeline
from emmbuild.core import walk
from emmbuild.core.subject import Example
from emmbuild.localize import packs

BLOCKS = b"""---
title: A sample collection
---

::::{block} Movement is here to stay {#sample/1}
:source: [@sample2004, 1]
People move, and they will go on moving.

:::{checklist}
- Does a law say who may work?
:::
::::

::::{activity} Expectations wall {#sample/wall minutes=20}
:::{purpose}
Everybody says what they hope for.
:::
:::{materials}
- Cards in two colours
:::
:::{steps}
- {minutes=5} Write.
- {minutes=15} Stick and read.
:::
::::
"""
FILE = "/modules/collections/sample/blocks.md"
BODY = "# One {#one}\n\n:::{include} sample/1\n:::\n\n:::{include} sample/wall\n:::\n"


def desk(tmp_path: Path, body: str = BODY, blocks: bytes = BLOCKS) -> pipeline.Desk:
    return pipeline.Desk(write_course(tmp_path, Example(body=body, files={FILE: blocks})))


def test_blocks_are_included_by_id(tmp_path: Path) -> None:
    read = desk(tmp_path).section("9.9")
    assert read.problems == ()
    words = " ".join(text.plain for text in walk.texts(read.section.blocks))
    assert "they will go on moving" in words and "Cards in two colours" in words


def test_an_unknown_block_is_told_with_what_is_near(tmp_path: Path) -> None:
    (problem,) = desk(tmp_path, "# One {#one}\n\n:::{include} sample/2\n:::\n").section("9.9").problems
    assert problem.code == "IDS102" and "sample/1" in problem.hint


def test_a_block_keeps_its_ids_wherever_it_is_included(tmp_path: Path) -> None:
    opened = desk(tmp_path)
    (found,) = opened.collections
    own = {text.source: text.id for text in walk.texts(found.blocks) if text.id}
    there = {text.source: text.id for text in walk.texts(opened.section("9.9").section.blocks)}
    assert own and all(there[source] == name for source, name in own.items())


def test_a_block_is_translated_in_its_own_folder(tmp_path: Path) -> None:
    opened = desk(tmp_path)
    read = opened.section("9.9")
    components = packs.by_component(packs.section_tree(read.section, read.exercises))
    assert "modules/collections/sample" in components


def test_collections_are_checked(tmp_path: Path) -> None:
    assert desk(tmp_path / "good").check_collections() == ()
    bad = BLOCKS.replace(b"sample2004", b"nobody1999").replace(b"minutes=20", b"minutes=25")
    assert {d.code for d in desk(tmp_path / "bad", blocks=bad).check_collections()} == {"CIT101", "TIM101"}


def test_translations_of_collections_are_checked(tmp_path: Path) -> None:
    root = desk(tmp_path).root
    assert emm("translate", "sync", "--add", "fr", cwd=root).returncode == 0
    pack = root / "modules/collections/sample/i18n/fr.po"
    empty = 'msgid "Cards in two colours"\nmsgstr ""'
    pack.write_text(pack.read_text("utf-8").replace(empty, empty[:-1] + 'Cartes (en deux couleurs"'), "utf-8")
    (found,) = [d for d in pipeline.Desk(root).check_loose_translations("fr") if d.code == "TRQ211"]
    assert found.span.file == "modules/collections/sample/i18n/fr.po"
    assert "TRQ211" in emm("check", "-l", "fr", cwd=root).stderr


def test_the_collections_of_the_library_are_clean(real: pipeline.Desk) -> None:
    assert real.check_collections() == ()
