"""Every section of the library, in each language that it has, in each format, and the other shapes: played in Chromium.

All answers wrong, then all right and closed and opened again (emmbuild/rehearsal/driver.js), against scorm-again behind our
own lint of every value, or against a record store that checks every statement of cmi5. SCORM 1.2 packages are closed on
every screen; the others, whose pages and state are the same, on every fourth.
"""

from __future__ import annotations

import io
import json
import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from test_play import CHROMIUM, PLAY, needed

from emmbuild import binding, pipeline

pytestmark = pytest.mark.browser
KINDS = ("scorm12", "scorm2004", "cmi5")
TRANSLATED = {"2.6": ("fr", "es", "ar", "bs", "fa", "ko"), "1.1": ("fr", "ar"), "3.12": ("fr", "ar")}
WAYS = ["wrong", "resume"]
EVERY = {"scorm12": 1, "scorm2004": 4, "cmi5": 4}  # screens between closing
WRITTEN = (*pipeline.desk(ROOT).shelf.sections, "1.0", "C.1")  # and what has no questions
CASES = [
    *((section, "en", "single") for section in WRITTEN),
    *((section, language, "single") for section, codes in TRANSLATED.items() for language in codes),
    ("2.6-3.12", "en", "menu"),
    ("1.1-2.6", "ar-en-fr", "menu"),
    ("1.1-3.12", "en", "multi"),
    ("2.6", "ko-en", "single"),
]


def jobs_of(folder: Path, name: str, languages: str, shape: str, kind: str) -> list[dict[str, object]]:
    """The package unpacked, and a job for each of its units."""
    sections = tuple(name.split("-"))
    wanted = binding.Binding(name, sections, tuple(languages.split("-")), shape)
    (made,), problems = binding.bind(pipeline.desk(ROOT), wanted, kind, folder / "made")
    assert not problems or {found.code for found in problems} == {"TRN101"}, problems
    target = folder / f"{name}-{languages}-{shape}-{kind}"
    zipfile.ZipFile(io.BytesIO((folder / "made" / made.path).read_bytes())).extractall(target)
    pages = [f"{section.replace('.', '-')}/index.html" for section in sections] if shape == "multi" else ["index.html"]
    return [
        {
            "name": target.name,
            "folder": str(target),
            "page": page,
            "standard": kind,
            "mastery": int(str(made.facts["mastery"])) / 100,
            "worst": made.facts["state"],
            "ways": WAYS,
            "every": EVERY[kind],
            "scenarios": ["mass"],
        }
        for page in pages
    ]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[dict[str, object]]]:
    """All packages, played by one browser in pages side by side. What fails there, where dozens of pages share two cores and a
    call may come late, is played once more alone; what fails twice has failed."""
    needed()
    folder = tmp_path_factory.mktemp("packages")
    jobs = [job for case in CASES for kind in KINDS for job in jobs_of(folder, *case, kind)]
    names = [job["name"] for job in jobs]
    for place, job in enumerate(jobs):  # the units of one package are jobs of their own
        job["result"] = f"{job['name']}#{names[:place].count(job['name'])}"
    results = play(folder, jobs)
    for job in [job for job in jobs if results[str(job["result"])]["problems"]]:
        results |= play(folder, [job])
    found: dict[str, list[dict[str, object]]] = {}
    for key, result in results.items():
        found.setdefault(key.split("#")[0], []).append(result)
    return found


def play(folder: Path, jobs: list[dict[str, object]]) -> dict[str, dict[str, object]]:
    """Result of each job by its name."""
    (folder / "jobs.json").write_text(json.dumps(jobs))
    command = ["node", str(PLAY), str(folder / "jobs.json"), str(folder / "results.json")]
    subprocess.run(command, check=True, timeout=1500, env={**os.environ, "CHROMIUM": CHROMIUM})
    return {key: result["mass"] for key, result in json.loads((folder / "results.json").read_text()).items()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(("name", "languages", "shape"), CASES)
def test_played(played: dict[str, list[dict[str, object]]], name: str, languages: str, shape: str, kind: str) -> None:
    results = played[f"{name}-{languages}-{shape}-{kind}"]
    assert len(results) == (len(name.split("-")) if shape == "multi" else 1)
    assert [result["problems"] for result in results] == [[]] * len(results)
