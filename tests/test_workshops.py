"""Recipes: templates, changes, overlays, supplements, locks, shorter versions; a new workshop passes every check."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

from emmbuild import assembly, pipeline
from emmbuild.assembly.hall import Hall
from emmbuild.assembly.kit import WorkshopKit
from emmbuild.core import walk
from emmbuild.core.nodes import Notes
from emmbuild.readers import recipe
from emmbuild.readers.recipe import editing
from emmbuild.workshop import fitting
from emmbuild.workshop.agenda import clock, gaps
from emmbuild.workshop.locking import changes
from emmbuild.workshop.model import PAUSES, Workshop

SAMPLE = (ROOT / "emmbuild/recipes/sample.yaml").read_text("utf-8")


def command(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    line = [sys.executable, "-m", "emmbuild", "--course", str(root), *words]
    return subprocess.run(line, cwd=root, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """The library without workshops, in a folder that may be written to."""
    root = tmp_path / "course"
    root.mkdir()
    for name in ("modules", "exercises", "themes"):
        shutil.copytree(ROOT / name, root / name)
    return root


def read(text: str) -> Workshop:
    workshop, problems = recipe.read(text, "workshop.yaml")
    assert workshop is not None
    assert problems == ()
    return workshop


@pytest.mark.parametrize("name", assembly.ids(ROOT))
def test_shipped_workshops_give_no_finding(name: str, real: pipeline.Desk) -> None:
    assert Hall(real, name).check() == ()


def test_times_follow_from_minutes() -> None:
    workshop = read(SAMPLE)
    starts = {session.id: clock(session.start) for session in workshop.sessions}
    assert starts["open"] == "09:00" and starts["l1"] == "12:00" and starts["bo1"] == "13:15"
    assert all(not list(gaps(day)) for day in workshop.days)


def test_section_ids_times_and_words_are_not_turned_into_numbers() -> None:
    text = SAMPLE.replace('section: "3.12"', "section: 3.10").replace("{id: amal, ", "{id: amal, name: No, ")
    workshop, _ = recipe.read(text, "workshop.yaml")
    assert workshop is not None
    session, lead = workshop.session("in2"), workshop.facilitator("amal")
    assert session is not None and session.section == "3.10"
    assert lead is not None and lead.name == "No"


def test_an_error_names_its_line_and_a_way_out() -> None:
    _, problems = recipe.read(SAMPLE.replace("id: wall, kind: activity", "id: wall, kind: activty"), "workshop.yaml")
    (problem,) = problems
    line = SAMPLE.split("\n").index(next(line for line in SAMPLE.split("\n") if "id: wall" in line)) + 1
    assert problem.span.line == line
    assert "activity" in problem.hint


@pytest.mark.parametrize("name", recipe.templates())
def test_a_new_workshop_of_every_template_passes_every_check(name: str, copied: Path) -> None:
    made = command(
        copied, "new", "workshop", "try-it", "--from", name, "--title", "Try it", "--lang", "en,fr", "--country", "TN"
    )
    assert made.returncode == 0, made.stderr
    checked = command(copied, "check", "try-it")
    assert checked.returncode == 0
    assert "nothing found" in checked.stdout
    again = command(copied, "new", "workshop", "try-it", "--from", name)
    assert again.returncode == 2 and "nothing was changed" in again.stderr


def test_changes_edit_the_sessions_of_a_template(copied: Path) -> None:
    command(copied, "new", "workshop", "try-it", "--from", "regional-2-day", "--title", "Try it")
    path = copied / "workshops/try-it/workshop.yaml"
    changed = path.read_text("utf-8") + "changes:\n  wall: remove\n  in1: {min: 80}\n"
    workshop = read(changed)
    assert workshop.session("wall") is None
    session = workshop.session("in1")
    assert session is not None and session.minutes == 80


def test_an_overlay_stands_where_it_says_and_never_in_the_module(real: pipeline.Desk) -> None:
    kit = WorkshopKit(Hall(real, "tunis-2027"))
    facilitator = kit.section("3.12", "en", "facilitator")
    texts = [text.plain for text in walk.texts(facilitator.section.blocks)]
    place = next(n for n, text in enumerate(texts) if text.startswith("Your national law."))
    assert texts.index("Two different crimes") < place < texts.index("Four parts, one response")
    own = next(
        t for t in walk.texts(kit.section("3.12", "fr").section.blocks) if t.plain.startswith("Votre loi nationale.")
    )
    assert own.lang == ""
    participant = list(walk.nodes(kit.section("3.12", "es").section.blocks))
    assert not [node for node in participant if isinstance(node, Notes)]
    fallback = next(t for t in walk.texts(tuple(participant)) if t.plain.startswith("Your national law."))
    assert fallback.lang == "en"
    module = real.section("3.12").section
    assert not [text for text in walk.texts(module.blocks) if text.plain.startswith("Your national law.")]


def test_a_supplement_comes_after_the_last_topic(real: pipeline.Desk) -> None:
    kit = WorkshopKit(Hall(real, "tunis-2027"))
    titles = [getattr(block, "title", getattr(block, "text", None)) for block in kit.section("2.6", "en").section.blocks]
    plain = [title.plain for title in titles if title]
    region = plain.index("Labour migration in North Africa and the Middle East")
    assert plain.index("Key messages") > region > plain.index("From labour need to policy")
    assert "Free movement in West Africa" in plain


def test_only_the_chosen_objectives_and_depth_are_in_the_workbook(real: pipeline.Desk) -> None:
    kit = WorkshopKit(Hall(real, "tunis-2027"))
    ids = {node.meta.id for node in walk.nodes(kit.section("2.6", "en").section.blocks)}
    assert {"2.6.O1", "2.6.O2", "2.6.O3", "2.6.W1", "2.6.C1"} <= ids
    assert not {"2.6.O4", "2.6.O5", "2.6.O6", "2.6/agreements", "2.6/rights-at-work"} & ids


def test_a_focus_gives_a_section_another_title(real: pipeline.Desk) -> None:
    kit = WorkshopKit(Hall(real, "geneva-2005"))
    assert kit.title("3.12", "en").plain == "Counter-Trafficking"
    assert kit.section("3.12", "es").section.front.title.plain == "Lucha contra la trata"


def test_the_lock_names_what_changed(real: pipeline.Desk) -> None:
    lock = Hall(real, "tunis-2027").lock
    assert changes(lock, lock) == {}
    older = {name: dict(entry) for name, entry in lock.items()}
    older["2.6"]["2.6/fair-recruitment"] = "other"
    older["3.12"]["pack fr"] = "other"
    del older["1.1"]
    found = changes(older, lock)
    assert found["2.6"] == "changed: 2.6/fair-recruitment"
    assert found["3.12"] == "the fr translation changed"
    assert found["1.1"] == "it is new in this workshop"


@pytest.mark.parametrize(("name", "days"), [("tot-3-day", 2), ("tunis-2027", 1), ("tot-3-day", 1)])
def test_a_shorter_version_keeps_every_must_objective(name: str, days: int, real: pipeline.Desk) -> None:
    scene = Hall(real, name).scene
    found = fitting.fitted(scene.workshop, scene.shelf, days)
    assert len(found.days) == days
    left = [session for day in found.days for session in day.sessions]
    for key in ("teaches", "practises", "assesses"):
        before = {objective for session in scene.workshop.sessions for objective in getattr(session, key)}
        after = {objective for session in left for objective in getattr(session, key)}
        assert before & fitting.must_objectives(scene.workshop, scene.shelf) <= after
    if not found.missing:
        assert all(not list(gaps(day)) for day in found.days)
    cut = {one.session for one in found.cuts if one.kind == "out"}
    kept = {session.id for session in left if session.kind not in PAUSES}
    everything = {session.id for session in scene.workshop.sessions if session.kind not in PAUSES}
    assert kept == everything - cut


def test_fit_writes_a_workshop_that_passes_every_check(copied: Path) -> None:
    shutil.copytree(ROOT / "workshops/tot-3-day", copied / "workshops/tot-3-day")
    done = command(copied, "fit", "tot-3-day", "--days", "2", "--write", "tot-2-day")
    assert done.returncode == 0, done.stderr
    checked = command(copied, "check", "tot-2-day")
    assert "nothing found" in checked.stdout, checked.stderr


def test_edits_change_one_line_and_keep_the_rest() -> None:
    workshop = read(SAMPLE)
    session, lead = workshop.session("bo1"), workshop.facilitator("dalia")
    assert session is not None and lead is not None
    text = editing.spliced(SAMPLE, [(session.spans["min"], "90")])
    text = editing.with_key(text, lead.span, "absent", "true")
    differing = [(a, b) for a, b in zip(SAMPLE.split("\n"), text.split("\n"), strict=True) if a != b]
    assert [new for _, new in differing] == [
        '  - {id: dalia, langs: [en], sections: ["3.12"], absent: true}',
        '      - {id: bo1, kind: breakout, min: 90, section: "2.6", practises: [2.6.O1, 2.6.O3, 2.6.O5]}',
    ]
    assert editing.with_part("a: 1\nb:\n  c: 2\n\n# end\nd: 3\n", "b", "b: []\n") == "a: 1\nb: []\n\n# end\nd: 3\n"
