"""Packages of every shape taken by the SCORM XBlock of Open edX, in xblock-sdk's workbench (tests/xblock/open_edx.py)."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from conftest import ROOT
from course_samples import edition, words_in
from test_verify import changed

from emmbuild.core.edition import Bundle
from emmbuild.render.html import plain
from emmbuild.writers import scorm12, scorm2004

FORMATS = {"scorm12": scorm12.FORMAT, "scorm2004": scorm2004.FORMAT}
PYTHON = ROOT / ".xblock/bin/python"
SECTIONS = {"single": ("9.1",), "menu": ("9.1", "9.2"), "multi": ("9.1", "9.2", "9.3")}
CASES = [(kind, shape, language) for kind in FORMATS for shape in SECTIONS for language in ("en", "ar", "ko")]


def package(kind: str, shape: str, language: str) -> bytes:
    rows = tuple((edition(language, identifier=name),) for name in SECTIONS[shape])
    bind = FORMATS[kind].bind
    assert bind
    return bind(Bundle("9.1" if shape == "single" else "set", shape, (words_in(language)["topic"],), rows)).data


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    subprocess.run([str(ROOT / "tools/setup-xblock")], check=True, timeout=500)
    folder = tmp_path_factory.mktemp("packages")
    packages = {f"{kind}-{shape}-{language}": package(kind, shape, language) for kind, shape, language in CASES}
    packages["silent"] = changed(packages["scorm12-single-en"], "player/api12.js", b"lesson_status", b"x")
    for name, data in packages.items():
        (folder / f"{name}.zip").write_bytes(data)
    command = [str(PYTHON), "-W", "ignore", str(ROOT / "tests/xblock/open_edx.py"), *map(str, sorted(folder.glob("*.zip")))]
    run = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return {Path(path).stem: found for path, found in json.loads(run.stdout).items()}


@pytest.mark.parametrize(("kind", "shape", "language"), CASES)
def test_open_edx_takes_it(taken: dict[str, dict[str, object]], kind: str, shape: str, language: str) -> None:
    found = taken[f"{kind}-{shape}-{language}"]
    assert (found["errors"], found["warnings"]) == ([], [])
    assert found["version"] == {"scorm12": "SCORM_12", "scorm2004": "SCORM_2004"}[kind]
    assert found["page"] == ("9-1/index.html" if shape == "multi" else "index.html") and found["opens"]
    title = plain(words_in(language)["topic" if shape == "menu" else "title"])
    assert found["menu"] == [title] * (3 if shape == "multi" else 1)
    assert (found["grade"], found["status"]) == (1.0, "completed")


def test_a_package_that_never_reports_is_warned_of(taken: dict[str, dict[str, object]]) -> None:
    """The block's warning can be seen by this test."""
    assert taken["silent"]["warnings"]
