"""The handbook as web pages: from disk, without a network, in each direction, for everybody."""

from __future__ import annotations

import json
import re
import subprocess
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import ROOT, Built
from paper_samples import edition

from emmbuild.plan.handbook import chapters, terms
from emmbuild.writers.html import write

WORDS = {"en": "recruit", "ar": "العمل", "ko": "노동"}


def page(code: str = "en") -> str:
    return write(edition("participant", code)).data.decode("utf-8")


def test_chapters_are_topics_and_boxes() -> None:
    found = chapters(edition())
    assert [chapter.title.plain for chapter in found] == [
        "Learning objectives", "Guiding questions", "Why labour moves", "Next topic", "Knowledge check", "Key messages",
        "Top 1",
    ]  # fmt: skip
    assert len({chapter.name for chapter in found}) == len(found)
    assert [node.term.plain for node in terms(edition())] == ["Émigré", "remittances"]


@pytest.mark.parametrize("code", ["en", "ar", "fa", "ko"])
def test_the_page_says_its_language_and_loads_nothing(code: str) -> None:
    made = page(code)
    language = edition(code=code).language
    assert f'<html lang="{language.tag}" dir="{language.direction}">' in made
    assert re.findall(r'(?:src|href)="(?!#|data:|https://example\.org)([^"]*)"', made) == ["../../pages.js"]
    assert "<textarea" not in made and "style=" not in made


def test_the_policy_lets_only_our_own_script_run() -> None:
    made = page()
    for tag in ("style", "script"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", made, re.DOTALL)
        assert f"'sha256-{b64encode(sha256(inside.encode()).digest()).decode()}'" in made


def test_headings_go_down_one_by_one() -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])", page().split("<main", 1)[1])]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:], strict=False))


def test_no_answer_and_no_note() -> None:
    for secret in ("NOTETEXT", "EXPECTEDPOINT", "RIGHTFEEDBACK", "RATIONALE", "SLIDETEXT"):
        assert secret not in page()


def test_the_list_of_pages_names_every_page(out: Path, listed: Built) -> None:
    script = (out / "pages.js").read_text("utf-8")
    pages = json.loads(script.removeprefix("window.EMM_PAGES = ").rstrip().removesuffix(";"))
    assert {entry["path"] for entry in pages} == {path for path, entry in listed.items() if entry["kind"] == "html"}


@pytest.mark.browser
def test_everybody_can_use_it_from_disk(out: Path, listed: Built, tmp_path: Path) -> None:
    files = {code: out / f"2.6/{code}/emm-2.6-{code}.html" for code in WORDS}
    jobs = [{"file": str(files[code]), "word": word} for code, word in WORDS.items()]
    (tmp_path / "jobs.json").write_text(json.dumps(jobs), "utf-8")
    command = ["node", str(ROOT / "tests/play/site.mjs"), str(tmp_path / "jobs.json")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    for told in json.loads(done.stdout).values():
        assert told["problems"] == []
        assert told["found"] > 5 and told["place"].startswith("#c") and len(told["languages"]) == 7
        assert told["sections"] in (0, 3)
