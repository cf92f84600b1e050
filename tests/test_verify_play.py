"""`emmbuild verify --play`: whole packages play through, broken ones are found, and without a browser it says so."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from test_binding import bound
from test_play import needed
from test_verify import built, changed, peer

pytestmark = pytest.mark.browser


def emm(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "emmbuild", "verify", "--play", *words]
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, timeout=500)


def played(folder: Path, data: bytes) -> subprocess.CompletedProcess[str]:
    needed()
    (folder / "a.zip").write_bytes(data)
    return emm(str(folder / "a.zip"))


@pytest.mark.parametrize("kind", ["scorm12", "scorm2004"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_whole_package_plays_in_every_way(kind: str, language: str, tmp_path: Path) -> None:
    done = played(tmp_path, built(kind, language))
    assert done.returncode == 0 and "index.html played in 4 ways" in done.stderr, done.stderr


def test_every_unit_of_a_package_is_played(tmp_path: Path) -> None:
    done = played(tmp_path, bound("scorm2004", "multi", ("ko", "en")))
    assert done.returncode == 0, done.stderr
    assert "9-1/index.html played in 4 ways" in done.stderr and "9-2/index.html played in 4 ways" in done.stderr


FAULTS = {
    "forgets its state": ("player/codec.js", b"const text = [VERSION", b'return ""; const text = [VERSION', "closed at"),
    "marks numbers wrongly": ("player/marking.js", b'case "numeric":', b'case "fill-in-":', "marked feedback is-wrong"),
    "counts too little": (
        "player/state.js",
        b"(10000 * got) / total) / 100",
        b"(9000 * got) / total) / 100",
        "the score is 90",
    ),
    "sends what is not allowed": (
        "player/api12.js",
        b'right ? "correct" : "wrong"',
        b'right ? "correct" : "no"',
        "refused",
    ),
    "never completes": ("player/state.js", b"now.done = kept.day > 0", b"now.done = false", "not complete"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_package_is_found(fault: str, tmp_path: Path) -> None:
    name, old, new, says = FAULTS[fault]
    done = played(tmp_path, changed(built("scorm12"), name, old, new))
    assert done.returncode == 1 and "error[VER301]" in done.stderr and says in done.stderr, done.stderr


def test_a_package_of_another_maker_has_its_buttons_pressed(tmp_path: Path) -> None:
    needed()
    peer(tmp_path, "2004 3rd Edition")
    done = emm(str(next((tmp_path / "out").glob("*.zip"))))
    assert "not made by emmbuild" in done.stderr


def test_without_a_browser_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(built("scorm12"))
    done = emm(str(tmp_path / "a.zip"), CHROMIUM="no-such-browser")
    assert done.returncode == 1 and "error[VER302]" in done.stderr and "apt install chromium" in done.stderr


def test_cmi5_is_not_played_and_it_says_why(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(built("cmi5"))
    done = emm(str(tmp_path / "a.zip"))
    assert done.returncode == 0 and "record store" in done.stderr
