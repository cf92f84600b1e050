"""`emmbuild groups` and `emmbuild rota` on the example workshop with sixty invented people, in a copy of the course."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import ROOT
from people_samples import csv_of

from emmbuild import pipeline
from emmbuild.assembly import hall
from emmbuild.cli.main import cli
from emmbuild.workshop import rota
from emmbuild.workshop.model import Placement, Rota

TUNIS = "workshops/tunis-2027"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("people") / "course"
    root.mkdir()
    for name in ("modules", "exercises", "themes", "workshops"):
        shutil.copytree(ROOT / name, root / name)
    (root / TUNIS / "participants.csv").write_text(csv_of(60), "utf-8")
    return root


def run(root: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--course", str(root), *words])


@pytest.mark.parametrize(("name", "count", "also"), [("tunis-2027", 60, ""), ("tot-3-day", 15, "en")])
def test_shipped_workshops_with_invented_people_give_no_finding(
    name: str, count: int, also: str, real: pipeline.Desk
) -> None:
    opened = hall.Hall(real, name, people=csv_of(count, also=also).encode())
    assert opened.check() == ()
    assert isinstance(opened.scene.placement, Placement) and isinstance(opened.scene.rota, Rota)
    assert sum(len(codes) for codes in opened.scene.placement.groups.values()) == count
    assert rota.faults(opened.scene.workshop, opened.scene.rota) == ()


def test_groups_are_shown_explained_and_tried_anew(course: Path) -> None:
    shown = run(course, "groups", "tunis-2027")
    assert shown.exit_code == 0
    assert "A  12 people, room A, English, French and Arabic" in shown.output
    assert shown.output.count("·") >= 120
    first = json.loads(run(course, "groups", "tunis-2027", "--json").output)
    assert {len(codes) for codes in first["groups"].values()} == {12}
    other = run(course, "groups", "tunis-2027", "--seed", "99")
    assert "groups: {allocate: {seed: 99}}" in other.output
    french = next(code for code in first["reasons"] if "Speaks French;" in first["reasons"][code][0])
    why = run(course, "groups", "tunis-2027", "--why", french)
    assert f"D: {french} speaks French; group D works in English only." in why.output
    arabic = json.loads(run(course, "groups", "tunis-2027", "--why", french, "-l", "ar", "--json").output)
    assert "الفرنسية" in arabic["reasons"][0] and set(arabic["elsewhere"]) == set("ABCDE") - {arabic["group"]}
    assert run(course, "groups", "tunis-2027", "--why", "p999").exit_code == 2


def test_groups_that_cannot_be_say_why(course: Path) -> None:
    recipe = course / TUNIS / "workshop.yaml"
    before = recipe.read_text("utf-8")
    langs = "langs: {A: [en, fr, ar], B: [en, fr, ar], C: [en, fr, ar], D: [en], E: [en]}"
    assert langs in before
    try:
        recipe.write_text(before.replace(langs, "langs: {A: [en, fr, ar], B: [en], C: [en], D: [en], E: [en]}"), "utf-8")
        found = run(course, "groups", "tunis-2027")
        assert found.exit_code == 1
        assert "19 people speak only Arabic or French" in found.output
        assert "try: Let these groups work in" in found.output
        assert "19 people speak only Arabic or French" in run(course, "check", "tunis-2027").output
    finally:
        recipe.write_text(before, "utf-8")


def test_without_a_list_there_is_nothing_to_place(course: Path) -> None:
    found = run(course, "groups", "geneva-2005")
    assert found.exit_code == 2
    assert "workshops/geneva-2005/participants.csv" in found.output


def test_rota_is_planned_again_without_farid(course: Path) -> None:
    recipe = course / TUNIS / "workshop.yaml"
    before = recipe.read_text("utf-8")
    assert "amal + bruno" in run(course, "rota", "tunis-2027").output
    impossible = run(course, "rota", "tunis-2027", "--without", "farid")
    assert impossible.exit_code == 1
    assert "bo1 needs 10 facilitators for 5 groups; available: 9." in impossible.output
    assert "emmbuild rota tunis-2027 --without farid --single E" in impossible.output
    assert recipe.read_text("utf-8") == before
    plain = json.loads(run(course, "rota", "tunis-2027", "--without", "farid", "-l", "fr", "--json").output)
    assert plain["impossible"] == "bo1 demande 10 facilitateurs pour 5 groupes ; disponibles : 9."
    try:
        done = run(course, "rota", "tunis-2027", "--without", "farid", "--single", "E", "--write")
        assert done.exit_code == 0 and "instead of farid" in done.output
        old, new = before.split("\n"), recipe.read_text("utf-8").split("\n")
        changed = [line for line in new if line not in old]
        assert len(changed) == 3 and len(new) == len(old) + 1  # farid, his session, the group with one facilitator
        assert sum("absent: true" in line for line in changed) == 1
        assert "nothing found" in run(course, "check", "tunis-2027").output
        built = hall.Hall(pipeline.desk(course), "tunis-2027").scene.rota
        assert isinstance(built, Rota)
        shown = json.loads(run(course, "rota", "tunis-2027", "--json").output)["rota"]
        assert shown == {id: {name: list(team) for name, team in groups.items()} for id, groups in built.pairs.items()}
        assert "farid" not in json.dumps(shown) and len(shown["bo1"]["E"]) == 1
    finally:
        recipe.write_text(before, "utf-8")


def test_wrong_names_are_wrong_use(course: Path) -> None:
    assert run(course, "rota", "tunis-2027", "--without", "nobody").exit_code == 2
    assert run(course, "rota", "tunis-2027", "--write").exit_code == 2
    assert run(course, "rota", "nowhere").exit_code == 2
    assert run(course, "groups", "tunis-2027", "--lang", "xx").exit_code == 2
