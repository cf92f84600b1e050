"""What stands beside the sections: introductions, chapters, presentations; the lists of terms and resources."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import conftest
import pytest
from conftest import ROOT, write_course
from pptx import Presentation

from emmbuild import pipeline
from emmbuild.core.subject import Example

PARAGRAPH = "{http://schemas.openxmlformats.org/drawingml/2006/main}p"
LIBRARY = (
    conftest.LIBRARY.replace(
        'sections:\n      "9.8": Another section', "introduction: Before the first section\n    sections:"
    )
    + """\
  - id: C
    kind: chapters
    title: Chapters
    folder: chapters
    sections:
      "C.1": A first chapter
"""
)


def emm(*words: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "emmbuild", *words]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, env={"PYTHONPATH": str(ROOT), "PATH": ""})


def listed(what: str, cwd: Path = ROOT) -> list[dict[str, Any]]:
    return list(json.loads(emm("list", what, "--json", cwd=cwd).stdout))


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The tiny course with a place for an introduction and for chapters."""
    return write_course(tmp_path / "course", Example(files={"/modules/library.yaml": LIBRARY.encode()}))


def test_the_list_of_sections_holds_sections_only() -> None:
    rows = listed("sections")
    assert len(rows) == 32 and all(row["written"] for row in rows)
    for row in rows:
        assert row["words"] >= 2_000 and row["objectives"] >= 4 and row["items"] >= 10
        assert set(row["minutes"]) == {"brief", "core", "full"}


def test_everything_that_can_be_built_is_listed() -> None:
    rows = listed("targets")
    kinds = [row["kind"] for row in rows]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "section": 32,
        "introduction": 3,
        "chapter": 2,
        "presentation": 1,
        "workshop": 3,
    }
    assert all(row["written"] for row in rows)
    assert [row["id"] for row in rows][:2] == ["1.0", "1.1"], "an introduction stands before its sections"


def test_introductions_reach_workbook_handbook_and_site(tmp_path: Path) -> None:
    done = emm("build", "1.0", "2.0", "3.0", "--to", "pptx,docx,html,epub,gift", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    pages = (tmp_path / "pages.js").read_text("utf-8")
    for name in ("1.0", "2.0", "3.0"):
        stem = tmp_path / name / "en" / f"emm-{name}-en"
        title = pipeline.desk(ROOT).shelf.library.titles[name].plain
        assert title in stem.with_name(f"{stem.name}.html").read_text("utf-8") and title in pages
        for ending, part in (("-participant.docx", "word/document.xml"), (".epub", "EPUB/content.xhtml")):
            with zipfile.ZipFile(stem.with_name(stem.name + ending)) as box:
                assert title in box.read(part).decode("utf-8")
        assert not stem.with_name(f"{stem.name}-gift.txt").exists(), "a bank without questions"


def test_the_presentation_is_a_deck(tmp_path: Path) -> None:
    assert emm("build", "P.1", "--to", "pptx", "--out", str(tmp_path)).returncode == 0
    deck = Presentation(io.BytesIO((tmp_path / "P.1/en/emm-P.1-en.pptx").read_bytes()))
    words = "\n".join("".join(part.itertext()) for slide in deck.slides for part in slide.element.iter(PARAGRAPH))
    assert len(deck.slides) >= 20
    for fact in ("Addis Ababa", "Guilin", "100+", "3 volumes, 32 sections", "Counter-trafficking (3.12)"):
        assert fact in words
    assert all(slide.has_notes_slide for slide in deck.slides)


def test_a_new_chapter_has_every_part(course: Path) -> None:
    assert emm("new", "chapter", "9.8", "--title", "Wrong volume", cwd=course).returncode == 2
    done = emm("new", "chapter", "C.1", cwd=course)
    assert done.returncode == 0, done.stderr
    assert json.loads(emm("check", "C.1", "--json", cwd=course).stdout) == []
    assert emm("build", "C.1", "--to", "docx", cwd=course).returncode == 0
    assert listed("targets", course)[-1] == {"id": "C.1", "kind": "chapter", "title": "A first chapter", "written": True}
    path = next(course.glob("modules/chapters/C.01-*/section.md"))
    path.write_text(path.read_text("utf-8").replace("{sdg=10.7} ", "").replace("{#instruments ", "{#law "), "utf-8")
    found = json.loads(emm("check", "C.1", "--json", cwd=course).stdout)
    assert [d["code"] for d in found] == ["CHP101", "CHP101"]


def test_an_introduction_is_found_by_its_number(course: Path) -> None:
    folder = course / "modules/9-sample/9.00-introduction"
    folder.mkdir()
    text = (course / "modules/9-sample/9.09-sample/section.md").read_text("utf-8")
    (folder / "section.md").write_text(text.replace('id: "9.9"', 'id: "9.0"'), "utf-8")
    assert [row["id"] for row in listed("targets", course) if row["written"]] == ["9.0", "9.9"]
    assert [row["id"] for row in listed("sections", course)] == ["9.9"]


def test_a_volume_of_an_unknown_kind_is_reported(course: Path) -> None:
    path = course / "modules/library.yaml"
    path.write_text(LIBRARY.replace("kind: chapters", "kind: shelves"), "utf-8")
    done = emm("build", "9.9", "--to", "docx", cwd=course)
    assert done.returncode == 1 and "kind of volume C" in done.stderr


def test_the_glossary_has_terms_with_source_section_and_variants() -> None:
    rows = listed("terms")
    assert len({row["term"].casefold() for row in rows}) >= 150
    assert all(row["definition"] and row["source"] and row["section"] for row in rows)
    assert sum(bool(row["variants"]) for row in rows) >= 20
    assert rows == sorted(rows, key=lambda row: row["term"].casefold())


def test_every_section_and_chapter_has_its_top_five() -> None:
    rows = listed("resources")
    for target in (row for row in listed("targets") if row["kind"] != "workshop"):
        best = [row for row in rows if row["section"] == target["id"] and row["top"]]
        assert [row["top"] for row in best] == [1, 2, 3, 4, 5], target["id"]
        assert all(row["body"] and row["title"] and row["year"] and row["note"] for row in best), target["id"]


def test_glossaries_say_what_countries_call_a_term(tmp_path: Path) -> None:
    body = ":::{definition} residence permit\n:variants: leave to remain (Tamarra)\nA paper that lets a person stay.\n:::\n"
    root = write_course(tmp_path / "course", Example(body=body))
    assert emm("build", "9.9", "--to", "docx,html", "--out", str(tmp_path / "out"), cwd=root).returncode == 0
    folder = tmp_path / "out/9.9/en"
    with zipfile.ZipFile(folder / "emm-9.9-en-participant.docx") as box:
        paragraphs = re.findall(r"<w:p[ >].*?</w:p>", box.read("word/document.xml").decode("utf-8"))
    shown = ["".join(re.findall(r"<w:t[^>]*>([^<]*)", paragraph)) for paragraph in paragraphs]
    assert "In some countries: leave to remain (Tamarra)" in shown
    assert any(line.startswith("residence permit") and line.endswith("leave to remain (Tamarra)") for line in shown)
    assert (folder / "emm-9.9-en.html").read_text("utf-8").count("In some countries: leave to remain (Tamarra)") == 2


def test_the_site_lists_pages_in_the_order_of_reading(tmp_path: Path) -> None:
    assert emm("build", "P.1", "C.1", "1.10", "1.2", "1.0", "--to", "html", "--out", str(tmp_path)).returncode == 0
    shown = json.loads((tmp_path / "pages.js").read_text("utf-8").removeprefix("window.EMM_PAGES = ").rstrip(";\n"))
    assert [page["section"] for page in shown] == ["1.0", "1.2", "1.10", "C.1", "P.1"]
