"""Every package played by a learner in Chromium, with scorm-again as the LMS (tests/play/)."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from course_samples import edition, words_in

from emmbuild import pipeline
from emmbuild.core.edition import Built, Bundle, Edition, Format
from emmbuild.writers import cmi5, scorm12, scorm2004

pytestmark = pytest.mark.browser
ROOT = Path(__file__).resolve().parent.parent
PLAY = ROOT / "tests" / "play" / "play.mjs"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FORMATS = (scorm12.FORMAT, scorm2004.FORMAT, cmi5.FORMAT)
ALWAYS = ("right",)
ALWAYS_CMI5 = ("cmi5",)
FAULTS = ("faults", "recovers", "slow", "killed", "twice", "ways", "blocked", "states", "refused")
ALL = (*ALWAYS, "open", "wrong", "file", "narrow", "keyboard", "tabs", "panels", "card")
MENU = ("languages", "panels", "narrow", "tabs", "card")  # two sections behind a menu, in three languages
SAMPLES = ("en", "ar", "ko")


def scenarios_of(section: str, language: str, kind: str) -> tuple[str, ...]:
    """Everything for the hand-made samples and one real section; the way of every learner for the others."""
    if kind == "cmi5":
        return ("cmi5", "cmi5wrong") if section == "9.1" else ALWAYS_CMI5
    if section == "menu":
        return MENU
    if (section, language) == ("2.6", "en"):
        return (*ALL, *FAULTS)
    return ALL if section == "9.1" else ALWAYS


PLAYED = [(section, language) for section in ("9.1", "menu") for language in SAMPLES] + [
    ("2.6", "en"),
    ("2.6", "ar"),
    ("2.6", "ko"),
]
CASES = [
    (section, lang, made.kind)
    for section, lang in PLAYED
    for made in FORMATS
    if made is not cmi5.FORMAT or section == "9.1"
]


def edition_of(section: str, language: str, made: Format) -> Edition:
    if section == "9.1":
        return edition(language)
    return pipeline.desk(ROOT).edition_maker(section, language).edition(made, "participant")


def built_of(section: str, language: str, made: Format) -> Built:
    if section != "menu":
        return made.write(edition_of(section, language, made))
    spoken = (language, *(other for other in SAMPLES if other != language))
    rows = tuple(tuple(edition(code, identifier=name) for code in spoken) for name in ("9.1", "9.2"))
    assert made.bind
    return made.bind(Bundle("both", "menu", tuple(words_in(code)["topic"] for code in spoken), rows))


def job(folder: Path, section: str, language: str, made: Format) -> dict[str, object]:
    built = built_of(section, language, made)
    name = f"{section}-{language}-{made.kind}"
    zipfile.ZipFile(io.BytesIO(built.data)).extractall(folder / name)
    shots = os.environ.get("EMMBUILD_SHOTS", "")
    return {
        "name": name,
        "folder": str(folder / name),
        "standard": made.kind,
        "axe": made.kind == "scorm12" and language in SAMPLES and section in ("9.1", "2.6", "menu"),
        "shots": shots if made.kind == "scorm12" else "",
        "scenarios": scenarios_of(section, language, made.kind),
        "pages": sorted(path.name for path in (folder / name).glob("import-card*.html")),
        "mastery": int(str(built.facts["mastery"])) / 100,
        "worst": built.facts["state"],
    }


def needed() -> None:
    """Fails where the tools of the browser tests are not installed."""
    if (
        not Path(CHROMIUM).exists()
        or not shutil.which("node")
        or not (ROOT / "tests/tools/node_modules/scorm-again").is_dir()
    ):
        pytest.fail("needs Chromium, Node and tests/tools/node_modules (make test installs them)")


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, object]]]:
    """All packages, played by one run of Node."""
    needed()
    folder = tmp_path_factory.mktemp("packages")
    by_kind = {made.kind: made for made in FORMATS}
    jobs = [job(folder, section, language, by_kind[kind]) for section, language, kind in CASES]
    (folder / "jobs.json").write_text(json.dumps(jobs))
    command = ["node", str(PLAY), str(folder / "jobs.json"), str(folder / "results.json")]
    subprocess.run(command, check=True, timeout=1200, env={**os.environ, "CHROMIUM": CHROMIUM})
    results: dict[str, dict[str, dict[str, object]]] = json.loads((folder / "results.json").read_text())
    return results


@pytest.mark.parametrize(("section", "language", "kind"), CASES)
def test_played(played: dict[str, dict[str, dict[str, object]]], section: str, language: str, kind: str):
    result = played[f"{section}-{language}-{kind}"]
    assert set(result) == set(scenarios_of(section, language, kind))
    assert {name: run["problems"] for name, run in result.items() if run["problems"]} == {}
