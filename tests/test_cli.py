"""The command line, as people type it: output, exit codes, and files that stay whole."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ROOT, write_course

from emmbuild.cli.show import rendered, width
from emmbuild.core.diagnostics import Span, error
from emmbuild.core.subject import Example


def emm(*words: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"}
    return subprocess.run([sys.executable, "-m", "emmbuild", *words], cwd=cwd, capture_output=True, text=True, env=env)


def test_help_and_version() -> None:
    assert emm("--version").stdout.startswith("emmbuild, version ")
    shown = emm("--help").stdout
    assert all(word in shown for word in ("build", "check", "explain", "list", "new", "translate", "why"))


def test_a_clean_course_checks_with_exit_0(course: Path) -> None:
    done = emm("check", cwd=course)
    assert (done.returncode, done.stdout) == (0, "1 section checked, nothing found\n")


def test_errors_exit_1_and_show_the_place(tmp_path: Path) -> None:
    body = ":::{objectives}\n- {#9.9.O1 bloom=understand} **Understand** remittances.\n:::\n"
    done = emm("check", cwd=write_course(tmp_path, Example(body=body)))
    assert done.returncode == 1
    assert "error[OBJ102]" in done.stderr
    assert "Volume 9 › 9.9 A sample section › Objectives" in done.stderr
    assert "modules/9-sample/9.09-sample/section.md:" in done.stderr
    assert "try: explain, list, compare" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "typed",
    [("build", "9.7"), ("build", "--lang", "xx"), ("build", "--to", "exe"), ("explain", "ABC999"), ("list", "stars"),
     ("nonsense",), ("build", "--jobs", "none")],
)  # fmt: skip
def test_wrong_use_exits_2(course: Path, typed: tuple[str, ...]) -> None:
    done = emm(*typed, cwd=course)
    assert done.returncode == 2 and "Traceback" not in done.stderr and done.stderr


def test_outside_a_course_exits_2(tmp_path: Path) -> None:
    assert emm("check", cwd=tmp_path).returncode == 2


def test_build_writes_files_and_a_true_manifest(course: Path) -> None:
    done = emm("build", "9.9", "--to", "pptx,docx", cwd=course)
    assert done.returncode == 0, done.stderr
    listed = json.loads((course / "build/manifest.json").read_text("utf-8"))["artefacts"]
    assert sorted((entry["kind"], entry["audience"]) for entry in listed) == [
        ("docx", "facilitator"), ("docx", "participant"), ("pptx", "facilitator"),
    ]  # fmt: skip
    for entry in listed:
        data = (course / "build" / entry["path"]).read_bytes()
        assert (entry["bytes"], entry["sha256"]) == (len(data), sha256(data).hexdigest())
        assert (entry["target"], entry["language"]) == ("9.9", "en")


def test_build_json(course: Path) -> None:
    shown = json.loads(emm("build", "9.9", "--to", "pptx", "--json", cwd=course).stdout)
    assert [entry["kind"] for entry in shown["artefacts"]] == ["pptx"] and shown["messages"] == []


def test_a_broken_section_leaves_earlier_outputs_untouched(course: Path) -> None:
    emm("build", "9.9", cwd=course)
    before = {path: path.read_bytes() for path in (course / "build").rglob("*") if path.is_file()}
    section = course / "modules/9-sample/9.09-sample/section.md"
    section.write_text(section.read_text("utf-8") + "\n:::{key-messages}\n- never closed\n", "utf-8")
    done = emm("build", "9.9", cwd=course)
    assert done.returncode == 1 and "FNC101" in done.stderr
    assert {path: path.read_bytes() for path in (course / "build").rglob("*") if path.is_file()} == before


def test_the_second_build_keeps_what_the_first_listed(course: Path) -> None:
    emm("build", "9.9", "--to", "pptx", cwd=course)
    emm("build", "9.9", "--to", "docx", "--lang", "fr", cwd=course)
    listed = json.loads((course / "build/manifest.json").read_text("utf-8"))["artefacts"]
    assert {(entry["kind"], entry["language"]) for entry in listed} == {("pptx", "en"), ("docx", "fr")}


def test_two_builds_at_once_are_both_listed(course: Path) -> None:
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    codes = ("en", "fr", "ar", "ko")
    command = [sys.executable, "-m", "emmbuild", "build", "9.9", "--to", "docx", "--lang"]
    running = [subprocess.Popen([*command, code], cwd=course, env=env, stderr=subprocess.DEVNULL) for code in codes]
    assert [process.wait() for process in running] == [0, 0, 0, 0]
    listed = json.loads((course / "build/manifest.json").read_text("utf-8"))["artefacts"]
    assert {entry["language"] for entry in listed} == set(codes) and len(listed) == 8


def test_why(course: Path) -> None:
    emm("build", "9.9", "--to", "pptx", cwd=course)
    done = emm("why", "build/9.9/en/emm-9.9-en.pptx", cwd=course)
    assert done.returncode == 0 and "9.09-sample/section.md" in done.stdout and "as it was built" in done.stdout


def test_new_section_builds_at_once(course: Path) -> None:
    assert emm("new", "section", "9.8", cwd=course).returncode == 0
    checked = emm("check", "9.8", "--json", cwd=course)
    assert json.loads(checked.stdout) == []
    assert emm("build", "9.8", cwd=course).returncode == 0
    again = emm("new", "section", "9.8", cwd=course)
    assert again.returncode == 2 and "already there" in again.stderr


def test_new_section_adds_itself_to_the_library(course: Path) -> None:
    before = (course / "modules/library.yaml").read_text("utf-8").split("\n")
    assert emm("new", "section", "9.10", cwd=course).returncode == 2
    assert emm("new", "section", "8.1", "--title", "No volume", cwd=course).returncode == 2
    assert emm("new", "section", "9.x", "--title", "No number", cwd=course).returncode == 2
    done = emm("new", "section", "9.10", "--title", 'A "third" section', cwd=course)
    assert done.returncode == 0, done.stderr
    after = (course / "modules/library.yaml").read_text("utf-8").split("\n")
    assert [line for line in after if line not in before] == ['      "9.10": "A \\"third\\" section"']
    assert json.loads(emm("check", "9.10", "--json", cwd=course).stdout) == []


def test_new_exercise(course: Path) -> None:
    emm("new", "section", "9.8", cwd=course)
    done = emm("new", "exercise", "9.8", "debate", cwd=course)
    assert done.returncode == 0 and "9.8.W2" in done.stdout


def test_every_list_has_json(course: Path) -> None:
    for what in ("sections", "exercises", "languages", "formats", "themes", "checks"):
        assert isinstance(json.loads(emm("list", what, "--json", cwd=course).stdout), list)


def test_explain() -> None:
    done = emm("explain", "obj102")
    assert "Wrong:" in done.stdout and "Right:" in done.stdout


def test_translate_sync_check_is_a_gate(course: Path) -> None:
    assert emm("translate", "sync", "--check", cwd=course).returncode == 1
    assert emm("translate", "sync", "--add", "fr", cwd=course).returncode == 0
    assert emm("translate", "sync", "--check", cwd=course).returncode == 0
    assert (course / "modules/9-sample/9.09-sample/i18n/fr.po").is_file()


def test_the_schema_fits_the_library(real: object) -> None:
    shown = json.loads(emm("schema").stdout)
    assert {"id", "title", "minutes"} <= set(shown["properties"]) and "version" in shown["required"]


def test_a_read_only_output_folder_gives_a_message(course: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file-not-folder"
    blocked.write_text("x")
    done = emm("build", "9.9", "--out", str(blocked / "deeper"), cwd=course)
    assert done.returncode in (1, 2) and "Traceback" not in done.stderr


def test_carets_count_screen_cells(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("한국어 gone wrong\n", "utf-8")
    shown = rendered(error("OBJ101", "x", Span("a.md", 1, 5, 4)), tmp_path).split("\n")
    assert shown[3].index("^") - shown[2].index("한") == width("한국어 ") and width("한국어") == 6


def test_right_to_left_lines_are_quoted(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("نص عربي هنا\n", "utf-8")
    shown = rendered(error("OBJ101", "x", Span("a.md", 1, 4, 4)), tmp_path)
    assert "«عربي»" in shown and "^" not in shown
