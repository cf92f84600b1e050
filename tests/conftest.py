"""A tiny course to test with, and the real one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

from emmbuild import pipeline
from emmbuild.core.subject import Example

ROOT = Path(__file__).parent.parent
settings.register_profile("ci", derandomize=True)  # the same examples each time; at a desk they vary and find more
if os.environ.get("CI"):
    settings.load_profile("ci")

FRONT = {
    "id": '"9.9"',
    "title": "A sample section",
    "volume": '"9"',
    "summary": "Shows what a section is.",
    "version": "1.0.0",
    "status": "draft",
    "reviewed": "2026-01-01",
    "minutes": "{brief: 10, core: 20, full: 30}",
}
LIBRARY = """\
id: sample
title: A sample library
source_language: en
volumes:
  - id: "9"
    title: A sample volume
    folder: 9-sample
    sections:
      "9.8": Another section
      "9.9": A sample section
"""
WORKS = 'sample2004: {author: Somebody, title: A sample work, year: "2004"}\n'
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 300"><title>Sample</title>'
    '<g><rect x="20" y="100" width="300" height="100" fill="primary"/><text x="170" y="155">Origin</text></g>'
    '<line x1="320" y1="150" x2="640" y2="150" stroke="ink" class="arrow"/>'
    '<g><rect x="640" y="100" width="300" height="100" fill="light"/><text x="790" y="155">Destination</text></g></svg>'
)


def write_course(root: Path, example: Example) -> Path:
    """The tiny course in `root`, changed as the example says."""
    changes = [line for line in example.front.split("\n") if line.strip()]
    changed = {line.lstrip("-").split(":")[0] for line in changes}
    lines = [f"{key}: {value}" for key, value in FRONT.items() if key not in changed]
    lines += [line for line in changes if not line.startswith("-")]
    body = example.body or "Text.\n"
    files: dict[str, bytes] = {
        "modules/library.yaml": LIBRARY.encode(),
        "modules/bibliography/sample.yaml": WORKS.encode(),
        "modules/9-sample/9.09-sample/section.md": ("---\n" + "\n".join(lines) + "\n---\n\n" + body).encode(),
    }
    if "media/example.svg" in body:
        files["modules/9-sample/9.09-sample/media/example.svg"] = SVG.encode()
    if example.exercises:
        text = f'---\nsection: "9.9"\n---\n\n{example.exercises}'
        files["exercises/9.09-sample/exercises.md"] = text.encode()
    for name, data in example.files.items():
        files[name[1:] if name.startswith("/") else f"modules/9-sample/9.09-sample/{name}"] = data
    for name, data in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return root


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The tiny course as it is."""
    return write_course(tmp_path / "course", Example())


@pytest.fixture(scope="session")
def real() -> pipeline.Desk:
    """The library of this repository."""
    return pipeline.desk(ROOT)


KINDS = "pptx,docx,worksheets,answer-key,large-print,html,epub,scorm12,scorm2004"
Built = dict[str, dict[str, object]]


def build(out: Path, *words: str) -> dict[str, dict[str, object]]:
    """Run the command; path → manifest entry."""
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "emmbuild", "build", *words, "--to", KINDS, "--out", str(out)]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return {entry["path"]: entry for entry in json.loads((out / "manifest.json").read_text("utf-8"))["artefacts"]}


@pytest.fixture(scope="session")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The three sections in the languages that were promised."""
    folder = tmp_path_factory.mktemp("outputs")
    assert len(build(folder, "2.6", "--lang", "all")) == 77
    assert len(build(folder, "1.1", "3.12", "--lang", "en,fr,ar")) == 143
    return folder


@pytest.fixture(scope="session")
def listed(out: Path) -> Built:
    return {e["path"]: e for e in json.loads((out / "manifest.json").read_text("utf-8"))["artefacts"]}


@pytest.fixture(scope="session")
def deck_pdfs(out: Path, listed: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every deck as LibreOffice prints it."""
    from bench import lines

    folder = tmp_path_factory.mktemp("deck-pdf")
    lines.printed([out / path for path, entry in listed.items() if entry["kind"] == "pptx"], folder)
    return folder
