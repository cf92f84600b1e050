"""The resume data that the player writes: not longer than the plan says, and what earlier builds wrote is still read."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from course_samples import edition

from emmbuild.core.edition import Bundle
from emmbuild.core.text import words_of
from emmbuild.plan.programme import plan_programme
from emmbuild.writers import scorm12

LOAD = """
  global.window = global; global.addEventListener = () => {};
  for (const name of ["course.js", ...["format", "codec", "state", "marking"].map((name) => `player/${name}.js`)])
    (0, eval)(require("fs").readFileSync(name, "utf8"));
  const show = (model) => ({ place: model.place, seen: [...model.seen].sort().join(" "), damaged: model.damaged,
    answers: [...model.answers].map(([id, a]) => id + ":" + a.response + (a.reopened ? "!" : "")).join(" "),
    parts: [...model.parts].map(([key, part]) => [key, part.best, part.day > 0]) });
"""
FILL = """
  const model = emm.fresh();
  emm.course.screens.forEach((screen) => model.seen.add(screen.id));
  model.place = emm.course.screens[0].id;
  model.language = "qps-plocm";
  emm.course.questions.forEach((question) => {
    const long = { "fill-in": '"'.repeat(100), numeric: "0".repeat(20), multiple: question.options.join(""),
      ordering: question.options.join(""), matching: question.options.map((o) => o + o).join("") };
    model.answers.set(question.id, { response: long[question.kind] || "a", reopened: true }); });
  for (const part of model.parts.values()) Object.assign(part, { best: 66.67, day: 1679615 });
"""
# Written by the player of version 1 of the state, half-way and at the end.
FIRST_HALF = '{"v":1,"p":"Q2","s":"welcome first-topic C1 first-topic-2 second-topic W1 Q1 Q2","a":[["Q1","b"],["Q6","old, words",1]]}'
FIRST_DONE = (
    '{"v":1,"p":"close","s":"welcome first-topic C1 first-topic-2 second-topic W1 Q1 Q2 Q3 Q4 Q5 Q6 Q7 result close",'
    '"a":[["Q1","b"],["Q2","bc"],["Q3","a"],["Q4","aabbcc"],["Q5","abc"],["Q6","remittances"],["Q7","2006"],["Q9","gone"]],'
    '"b":90,"d":1}'
)


@pytest.fixture(scope="module", params=["single", "menu"])
def package(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked(request.param, tmp_path_factory.mktemp("package"))


def unpacked(shape: str, folder: Path) -> Path:
    rows = tuple((edition(identifier=name),) for name in (("9.1", "9.2") if shape == "menu" else ("9.1",)))
    built = scorm12.bind(Bundle("9.1" if shape == "single" else "two", shape, (words_of("Two"),), rows))
    zipfile.ZipFile(io.BytesIO(built.data)).extractall(folder)
    return folder


def node(folder: Path, script: str) -> object:
    """What the script prints as JSON, with the player's own code loaded."""
    program = shutil.which("node")
    if not program:
        pytest.fail("needs Node (make test installs it)")
    run = subprocess.run([program, "-e", LOAD + script], cwd=folder, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def test_the_longest_state_is_as_long_as_the_plan_says(package: Path) -> None:
    length, again = node(
        package,
        FILL
        + """
        const text = emm.encode(model);
        console.log(JSON.stringify([text.length, emm.encode(emm.decode(text)) === text]));""",
    )  # type: ignore[misc]
    several = (package / "course.js").read_text("utf-8").count('"mastery":80') > 2
    made = [edition(identifier=name) for name in (("9.1", "9.2") if several else ("9.1",))]
    assert length == plan_programme("x", words_of("x"), made, "scorm12", home=several).state_size
    assert again


def test_the_self_test_writes_as_much_and_is_not_read(package: Path) -> None:
    text, same, padded = node(
        package,
        """
        const model = emm.fresh(); model.seen.add(emm.course.screens[1].id); const plain = emm.encode(model);
        model.testing = true; const text = emm.encode(model);
        console.log(JSON.stringify([text, emm.encode(emm.decode(text)) === plain, [emm.padded(text), emm.padded(plain)]]));""",
    )  # type: ignore[misc]
    size = node(package, "console.log(JSON.stringify(emm.course.size));")
    assert len(text) == size and same and padded == [True, False]


@pytest.fixture(scope="module")
def single(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return unpacked("single", tmp_path_factory.mktemp("single"))


def read(folder: Path, text: str) -> dict[str, object]:
    found = node(folder, f"console.log(JSON.stringify(show(emm.decode({json.dumps(text)}))));")
    assert isinstance(found, dict)
    return found


def test_version_1_half_way_is_read(single: Path) -> None:
    found = read(single, FIRST_HALF)
    assert found["place"] == "Q2" and found["answers"] == "Q1:b Q6:old, words!"
    assert found["seen"] == "C1 Q1 Q2 W1 first-topic first-topic-2 second-topic welcome"
    assert found["parts"] == [["9_1", -1, False]] and not found["damaged"]


def test_version_1_that_was_complete_stays_complete_and_what_is_gone_is_dropped(single: Path) -> None:
    found = read(single, FIRST_DONE)
    assert found["parts"] == [["9_1", 90, True]] and "gone" not in str(found["answers"])
    score = node(single, f"console.log(JSON.stringify(emm.state.report(emm.decode({json.dumps(FIRST_DONE)}))));")
    assert (score["done"], score["passed"], score["score"]) == (True, True, 90)  # type: ignore[call-overload, index]


def test_version_2_is_read_by_codes_and_a_later_version_by_what_is_known(single: Path) -> None:
    codes = node(single, "console.log(JSON.stringify(Object.fromEntries(emm.course.screens.map((s) => [s.id, s.code]))));")
    assert isinstance(codes, dict)
    body = f"~fr~9_1.{codes['Q1']}~9_1|50|jk9|{codes['welcome']}zzz{codes['Q1']}|{codes['Q1']}0b^zzz0a^{codes['Q2']}1bc|new~8_8|1|1||"
    for version in (2, 3):
        found = read(single, f"{version}{body}")
        assert found["place"] == "Q1" and found["seen"] == "Q1 welcome" and found["answers"] == "Q1:b Q2:bc!"
        assert found["parts"] == [["9_1", 50, True]]


@pytest.mark.parametrize("text", ["not json", "{", '{"v":0}', "1~", "\u0000{broken", "~~~", "null"])
def test_what_cannot_be_read_is_called_damaged(single: Path, text: str) -> None:
    found = read(single, text)
    assert found["damaged"] and not found["seen"]


def test_the_earliest_state_is_empty(single: Path) -> None:
    assert not read(single, "")["damaged"]
