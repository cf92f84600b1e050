"""Results come in from paper, Kobo and Moodle and give one report; gains, items and opinions are computed right; what is
personal can be forgotten."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
import results_samples
from conftest import ROOT
from people_samples import TOOL, csv_of

from emmbuild import pipeline
from emmbuild.assembly import after, forgetting
from emmbuild.assembly.build import Wish
from emmbuild.assembly.hall import Hall
from emmbuild.readers.recipe.splice import with_minutes
from emmbuild.workshop.results import opinions, scoring, timing
from emmbuild.workshop.results.model import Field, Item, Known, Reply, Sitting

LOG = "session,start,end\nin26,10:40,11:55\nbo1,14:00,16:05\nrep1,16:15,17:05\n"


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course with the workshop, its sixty people and the library."""
    root = tmp_path_factory.mktemp("course")
    for name in ("modules", "exercises", "themes"):
        shutil.copytree(ROOT / name, root / name)
    folder = root / "workshops/tunis-2027"
    shutil.copytree(ROOT / "workshops/tunis-2027", folder, ignore=shutil.ignore_patterns("results", "participants.csv"))
    (folder / "participants.csv").write_text(csv_of(60), "utf-8")
    return root


@pytest.fixture(scope="module")
def sample(copied: Path) -> results_samples.Sample:
    return results_samples.Sample(Hall(pipeline.desk(copied), "tunis-2027"))


def laid(copied: Path, files: dict[str, bytes]) -> Hall:
    folder = copied / "workshops/tunis-2027/results"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return Hall(pipeline.desk(copied), "tunis-2027")


@pytest.fixture(scope="module")
def reports(
    copied: Path, sample: results_samples.Sample, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, bytes]]:
    """Kind of files → what is made from them."""
    found = {}
    for kind in ("paper", "kobo", "moodle"):
        hall = laid(copied, {**getattr(sample, kind)(), "runlog.csv": LOG.encode()})
        _, facts, said = after.results(hall)
        assert said == ()
        out = tmp_path_factory.mktemp(kind)
        after.make(hall, facts, Wish(("en", "ar"), ("docx", "xlsx", "html", "text", "csv")), out)
        found[kind] = {str(path.relative_to(out)): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return found


def test_three_kinds_of_files_give_the_same_report(reports: dict[str, dict[str, bytes]]) -> None:
    assert {name.rsplit("/", 1)[-1] for name in reports["paper"]} == {
        "course-report-en.docx", "course-report-ar.docx", "news-en.md", "news-ar.md", "results.xlsx", "results.html",
        "certificates-earned-en.docx", "certificates-earned-ar.docx", "certificates-earned-register.csv",
    }  # fmt: skip
    assert reports["kobo"] == reports["paper"]
    assert reports["moodle"] == reports["paper"]


def test_the_report_names_nobody_and_says_the_figures(reports: dict[str, dict[str, bytes]]) -> None:
    names = [person["name"] for person in TOOL.invented(60)]
    for path, data in reports["paper"].items():
        text = data.decode("utf-8", "replace")
        if path.endswith((".docx", ".xlsx")):
            with zipfile.ZipFile(io.BytesIO(data)) as parts:
                text = "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
        assert ("private/" in path) == any(name in text for name in names), path
    news = reports["paper"]["tunis-2027/trainers/results/en/news-en.md"].decode()
    assert "54 participants" in news
    assert "(n = 24)" in news


def test_certificates_go_to_those_who_were_there(copied: Path, sample: results_samples.Sample) -> None:
    hall = laid(
        copied, {"attendance.csv": b"code,day1_am,day1_pm,day2_am,day2_pm\np001,x,x,x,\np002,x,x,,\np003,1,yes,oui,X\n"}
    )
    _, facts, said = after.results(hall)
    assert said == ()
    assert facts.earned == {"p001", "p003"}
    assert facts.count == 3
    assert facts.present == {"day1_am": 3, "day1_pm": 3, "day2_am": 2, "day2_pm": 1}


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("notes.csv", "a,b\n1,2\n", "RES101"),
        ("pre.csv", "name,age\nx,2\n", "RES102"),
        ("final.csv", "name,age\nx,2\n", "RES102"),
        ("attendance.csv", "name,monday\nx,1\n", "RES103"),
        ("runlog.csv", "session,minutes\nin26,long\n", "RES104"),
        ("runlog.csv", "session,minutes\nnowhere,20\n", "RES105"),
        ("pre.xlsx", "no workbook", "TAB101"),
    ],
)
def test_what_cannot_be_used_is_said(copied: Path, name: str, text: str, code: str) -> None:
    data = text.encode() if code != "TAB101" else b"PK\x03\x04" + text.encode()
    _, _, said = after.results(laid(copied, {name: data}))
    assert [one.code for one in said] == [code]
    assert all(one.hint for one in said)


def test_codes_match_whatever_their_case_and_blanks(copied: Path, sample: results_samples.Sample) -> None:
    field = sample.fields("pre")[0].name
    text = f"code,form,{field}\n le 0742,A,A\n"
    after_text = f"code,form,{sample.fields('post')[0].name}\nLE-0742,B,A\n"
    found, facts, _ = after.results(laid(copied, {"pre.csv": text.encode(), "post.csv": after_text.encode()}))
    assert {one.code for one in found.sittings} == {"LE0742"}
    assert facts.gains[0].matched == 1


# --- computing, on figures that can be checked by hand

ITEMS = [
    Item(f"I{n}{form}", form, (f"O{n}",), 1, (Field(f"i{n}{form}", "choice", ("a",)),)) for form in "AB" for n in (1, 2)
]


def sitting(code: str, moment: str, *given: str, **about: str) -> Sitting:
    form = "A" if moment == "pre" else "B"
    return Sitting(code, moment, form, {f"i{n}{form}": answer for n, answer in enumerate(given, 1)}, about)


def test_gains_are_means_of_matched_differences() -> None:
    sittings = [
        sitting("X", "pre", "a", "b"), sitting("Y", "pre", "b", "b"), sitting("Z", "pre", "b", ""),
        sitting("X", "post", "a", "a"), sitting("Y", "post", "a", "b"),
    ]  # fmt: skip
    scores = [scoring.mark(one, ITEMS) for one in sittings]
    whole, first, second = scoring.gains(scores, ITEMS)
    assert (whole.before, whole.before_n) == (pytest.approx(50 / 3), 3)
    assert (whole.after, whole.after_n, whole.matched, whole.gained) == (75, 2, 2, 50)
    assert (first.name, first.before, first.after, first.gained) == ("O1", pytest.approx(100 / 3), 100, 50)
    assert (second.name, second.before, second.after, second.gained) == ("O2", 0, 50, 50)


def test_several_answers_and_numbers_are_marked_whole() -> None:
    several = Item("S", "A", ("O1",), 2, (Field("s", "choices", ("a", "c")),))
    number = Item("N", "A", ("O1",), 1, (Field("n", "number", ("12.5",), tolerance=0.5),))
    for given, points in (({"s": "a c", "n": "12,9"}, 3), ({"s": "a", "n": "13.1"}, 0), ({"s": "a b c", "n": "١٢٫٥"}, 1)):
        assert scoring.mark(Sitting("X", "pre", "A", given), [several, number]).points == points


def test_item_facts_need_enough_answers() -> None:
    few = [scoring.mark(sitting(str(n), "pre", "a" if n % 2 else "b", "a"), ITEMS) for n in range(8)]
    facts = scoring.item_facts(few, ITEMS)
    assert (facts[0].difficulty, facts[0].discrimination) == (50, None)
    many = [scoring.mark(sitting(str(n), "pre", "a" if n < 6 else "b", "a" if n < 6 else "b"), ITEMS) for n in range(12)]
    assert scoring.item_facts(many, ITEMS)[0].discrimination == pytest.approx(1.0)
    crossed = [scoring.mark(sitting(str(n), "pre", "a" if n < 6 else "b", "b" if n < 6 else "a"), ITEMS) for n in range(12)]
    assert scoring.item_facts(crossed, ITEMS)[0].discrimination == pytest.approx(-1.0)


def test_small_groups_are_not_shown_apart() -> None:
    scores = [scoring.mark(sitting(f"f{n}", "pre", "a", "a", gender="f"), ITEMS) for n in range(6)]
    scores += [scoring.mark(sitting(f"m{n}", "pre", "b", "b", gender="m"), ITEMS) for n in range(3)]
    assert [(gain.name, gain.before_n) for gain in scoring.by_group(scores, "gender")] == [("f", 6)]


def test_agreement_is_the_upper_two_of_those_who_answered() -> None:
    asked = (
        Known("useful", "scale", frozenset()),
        Known("before_x", "scale", frozenset()),
        Known("after_x", "scale", frozenset()),
    )
    replies = [Reply("final", {"useful": value, "before_x": "2", "after_x": "5"}) for value in ("5", "4", "3", "1", "")]
    [first, *_] = opinions.opinions(replies, asked)
    assert (first.n, first.agree, first.mean) == (4, 50, 3.25)
    [sure] = opinions.sureness(replies, asked)
    assert (sure.before, sure.after, sure.after_n) == (0, 100, 5)


@pytest.mark.parametrize(
    ("planned", "real", "proposed"), [(60, 63, 60), (60, 75, 75), (60, 67, 70), (20, 10, 10), (120, 128, 120)]
)
def test_durations_are_proposed_in_steps_of_five(planned: int, real: float, proposed: int) -> None:
    assert timing.proposal(planned, real) == proposed


def test_adopting_changes_one_line_a_session(copied: Path) -> None:
    text = (ROOT / "workshops/tunis-2027/workshop.yaml").read_text("utf-8")
    new = with_minutes(text, {"in26": 75, "rep1": 50})
    before, now = text.split("\n"), new.split("\n")
    assert len(before) == len(now)
    assert [b for b, n in zip(before, now, strict=True) if b != n] == [
        line for line in before if "{id: in26," in line or "{id: rep1," in line
    ]
    hall = Hall(pipeline.desk(copied), "tunis-2027", new)
    assert [hall.read[0].session(name).minutes for name in ("in26", "rep1")] == [75, 50]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "more", ["", "changes:\n  in1: {min: 50}\n", "changes: {open: {min: 20}}\n", "changes:\n  rep1:\n    min: 25\n"]
)
def test_a_session_of_a_template_is_changed_under_changes(real: pipeline.Desk, more: str) -> None:
    text = (ROOT / "workshops/tot-3-day/workshop.yaml").read_text("utf-8") + more
    new = with_minutes(text, {"in1": 75, "rep1": 45})
    workshop, problems = Hall(real, "tot-3-day", new).read
    assert not problems
    assert [workshop.session(name).minutes for name in ("in1", "rep1")] == [75, 45]  # type: ignore[union-attr]
    assert len(new.split("\n")) - len(text.split("\n")) <= 3


# --- the commands


def command(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    line = [sys.executable, "-m", "emmbuild", "--course", str(root), *words]
    return subprocess.run(line, env=env, capture_output=True, text=True, stdin=subprocess.DEVNULL)


def test_results_without_results_says_what_to_do(copied: Path) -> None:
    laid(copied, {})
    done = command(copied, "results", "tunis-2027")
    assert done.returncode == 2
    assert "results-entry.xlsx" in done.stderr


def test_forget_leaves_no_name_anywhere_and_keeps_counts(copied: Path, sample: results_samples.Sample) -> None:
    root = copied.parent / "forgetting"
    shutil.copytree(copied, root)
    hall = laid(root, {**sample.paper(), "runlog.csv": LOG.encode()})
    people = hall.scene.people
    out = root / "build"
    built = command(root, "build", "tunis-2027", "--lang", "en,ar", "--to", "docx,csv,xlsx", "--out", str(out))
    assert built.returncode == 0, built.stderr
    made = command(root, "results", "tunis-2027", "--lang", "en", "--to", "docx,csv", "--out", str(out))
    assert made.returncode == 0, made.stderr
    folders = (root / hall.folder, out / "tunis-2027")
    before = {path.relative_to(root).as_posix() for path in forgetting.left(people, folders)}
    assert "workshops/tunis-2027/participants.csv" in before
    assert all(path.startswith(("workshops/", "build/tunis-2027/private/")) for path in before)
    refused = command(root, "forget", "tunis-2027", "--out", str(out))
    assert refused.returncode != 0
    assert {path.relative_to(root).as_posix() for path in forgetting.left(people, folders)} == before
    counted = json.loads(command(root, "register", "--json").stdout)
    done = command(root, "forget", "tunis-2027", "--yes", "--out", str(out))
    assert done.returncode == 0, done.stderr
    assert not list(forgetting.left(people, (root,)))
    assert not (root / "workshops/tunis-2027/results").exists()
    assert (root / "workshops/tunis-2027/runlog.csv").is_file()
    kept = json.loads((root / "workshops/tunis-2027/kept.json").read_text("utf-8"))
    assert kept["participants"] == 54
    assert sum(kept["people"]["gender"].values()) == 54
    assert kept["results"]["gains"][0]["matched"] == 24
    again = json.loads(command(root, "register", "--json").stdout)
    assert again["participants"] == 54
    assert counted["participants"] == 60
    assert set(again["by"]) == {"gender", "country", "agency", "language", "section", "year"}
    listed = json.loads((out / "manifest.json").read_text("utf-8"))["artefacts"]
    assert not [entry["path"] for entry in listed if "/private/" in entry["path"]]


def test_the_search_finds_a_name_inside_packed_files(copied: Path, tmp_path: Path, sample: results_samples.Sample) -> None:
    people = sample.kit.scene.people
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", f"<w:t>{people[3].name}</w:t>")
    with zipfile.ZipFile(tmp_path / "pack.zip", "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("list.docx", inner.getvalue())
    assert [path.name for path in forgetting.left(people, (tmp_path,))] == ["pack.zip"]
