"""Every file of every format that a participant gets, printed ones too, is searched for what is not for participants."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from conftest import build
from test_contracts import visible_words
from test_outputs import secrets
from test_printing import bare

from emmbuild import pipeline

pytestmark = pytest.mark.office


def words_of(path: Path) -> str:
    """All words of a file, without spaces and marks."""
    if path.suffix != ".pdf":
        return bare(visible_words(path.read_bytes(), path.name))
    shown = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=True).stdout
    return bare(shown.decode("utf-8"))


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_participant_file_of_any_format_tells_a_note_or_a_key(
    language: str, real: pipeline.Desk, tmp_path: Path
) -> None:
    listed = build(tmp_path, "2.6", "--lang", language, "--to", "all")
    hidden = [(kind, bare(words)) for kind, words in secrets(real, "2.6", language)]
    assert len(hidden) > 60
    searched: dict[str, int] = {}
    for entry in listed.values():
        path = tmp_path / entry["path"]
        if entry["audience"] == "facilitator" or entry["path"].endswith(".json"):
            continue
        shown = words_of(path)
        assert len(shown) > 200, path.name
        # packages hold the keys in their data, for they mark answers: tests/test_outputs.py looks at their pages
        told = [words for kind, words in hidden if (kind == "note" or path.suffix != ".zip") and words in shown]
        assert not told, (path.name, told[:2])
        searched[path.suffix] = searched.get(path.suffix, 0) + 1
    assert searched[".pdf"] >= 5 and {".docx", ".html", ".epub", ".zip"} <= set(searched)
    guide = words_of(tmp_path / f"2.6/{language}/emm-2.6-{language}-facilitator.pdf")
    found = sum(words in guide for _, words in hidden)
    assert found > len(hidden) * 0.7, "the search finds in the guide what it looks for"
