"""The real library, built as its users build it: what is there, what must not be there, and the same bytes twice."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from conftest import Built, build
from test_contracts import squeezed, visible_words

from emmbuild import pipeline
from emmbuild.core import walk
from emmbuild.core.nodes import Notes, Question
from emmbuild.core.text import Text

WORDS = 4  # a sentence of fewer words may stand elsewhere by chance


def test_the_promised_artefacts_are_there(listed: Built) -> None:
    labour = [entry for entry in listed.values() if entry["target"] == "2.6"]
    assert len(labour) == 77 and len(listed) - len(labour) == 66
    assert {entry["language"] for entry in labour} == {"en", "fr", "es", "ar", "bs", "fa", "ko"}
    per_language = sorted((e["kind"], e["audience"]) for e in labour if e["language"] == "ko")
    assert per_language == [
        ("answer-key", "facilitator"), ("docx", "facilitator"), ("docx", "participant"), ("epub", "participant"), ("html", "participant"), ("large-print", "participant"),
        ("pptx", "facilitator"), ("scorm12", "participant"), ("scorm2004", "participant"), ("worksheets", "participant"),
        ("worksheets", "participant"),
    ]  # fmt: skip


def test_a_second_run_elsewhere_gives_the_same_bytes(out: Path, tmp_path: Path, listed: Built) -> None:
    build(tmp_path / "again", "2.6", "--lang", "all", "--jobs", "1")
    build(tmp_path / "again", "1.1", "3.12", "--lang", "en,fr,ar", "--jobs", "3")
    for path in listed:
        assert (out / path).read_bytes() == (tmp_path / "again" / path).read_bytes(), path
    assert (out / "pages.js").read_bytes() == (tmp_path / "again" / "pages.js").read_bytes()
    assert (out / "manifest.json").read_bytes() == (tmp_path / "again" / "manifest.json").read_bytes()


def secrets(real: pipeline.Desk, section: str, language: str) -> Iterator[tuple[str, str]]:
    """What only a facilitator may read, and what only an answered question may show: kind and words, sentence by
    sentence, for a guide cuts notes into steps; where a sentence names an id, which paper shows as a number, what stands
    before and after it."""
    made = pipeline.formats()["docx"]
    maker = real.edition_maker(section, language)
    shown = walk.texts(maker.edition(made, "participant").section.blocks)
    open_to_all = squeezed(" ".join(text.plain for text in shown)).casefold()

    def cut(kind: str, texts: Iterable[Text]) -> Iterator[tuple[str, str]]:
        for text in texts:
            for words in re.split(r"(?<=[.!?؟»”])\s+|\d+\.\d+\.[A-Z]+\d+", text.plain):
                if len(words.split()) >= WORDS and squeezed(words).strip(" .").casefold() not in open_to_all:
                    yield kind, words

    for node in walk.nodes(maker.edition(made, "facilitator").section.blocks):
        if isinstance(node, Notes):
            yield from cut("note", walk.texts(node))
        elif isinstance(node, Question):
            told = [node.rationale, node.correct_feedback, node.incorrect_feedback]
            told += [part.feedback for part in (*node.options, *node.pairs)]
            yield from cut("key", told)


CASES = [
    (s, code)
    for s, codes in (("2.6", "en fr es ar bs fa ko"), ("1.1", "en fr ar"), ("3.12", "en fr ar"))
    for code in codes.split()
]


@pytest.mark.parametrize(("section", "language"), CASES)
def test_no_note_and_no_key_in_any_participant_file(
    section: str, language: str, real: pipeline.Desk, out: Path, listed: Built
) -> None:
    hidden = list(secrets(real, section, language))
    assert sum(kind == "note" for kind, _ in hidden) > 20 and sum(kind == "key" for kind, _ in hidden) > 20
    searched = 0
    for path, entry in listed.items():
        if (entry["target"], entry["language"], entry["audience"]) != (section, language, "participant"):
            continue
        searched += 1
        data = (out / path).read_bytes()
        everything = visible_words(data, path)
        for kind, words in hidden:
            if kind == "note" or path.endswith((".docx", ".html", ".epub")):
                assert squeezed(words).casefold() not in everything, f"{path} tells {words!r}"
        if path.endswith(".zip"):
            pages = visible_pages(out / path)
            for _, words in hidden:
                assert squeezed(words).casefold() not in pages, f"{path} shows {words!r} before answering"
    assert searched == 8


def visible_pages(path: Path) -> str:
    """The words of a package's pages, scripts left out."""
    with zipfile.ZipFile(path) as archive:
        pages = [archive.read(name).decode("utf-8") for name in archive.namelist() if name.endswith(".html")]
    return squeezed(re.sub(r"<[^>]*>", " ", " ".join(pages))).casefold()


def test_the_facilitator_gets_what_others_do_not(real: pipeline.Desk, out: Path) -> None:
    """The search above can fail: the same words are in the facilitator's guide, and notes are in the deck's notes."""
    hidden = list(secrets(real, "2.6", "en"))
    guide = visible_words((out / "2.6/en/emm-2.6-en-facilitator.docx").read_bytes(), "guide")
    missing = [words for _, words in hidden if squeezed(words).casefold() not in guide]
    assert not missing, missing[:5]


def test_no_answer_on_a_slide(real: pipeline.Desk, out: Path, listed: Built) -> None:
    """Slides are for the room: notes and keys stand in the speaker notes only."""
    for section, language in CASES:
        path = next(p for p, e in listed.items() if (e["kind"], e["target"], e["language"]) == ("pptx", section, language))
        with zipfile.ZipFile(out / path) as archive:
            slides = [archive.read(n).decode("utf-8") for n in archive.namelist() if n.startswith("ppt/slides/slide")]
        shown = squeezed(re.sub(r"<[^>]*>", "", " ".join(slides))).casefold()
        for _, words in secrets(real, section, language):
            assert squeezed(words.replace("&", "&amp;")).casefold() not in shown, f"{path} shows {words!r}"


def test_outputs_are_small(out: Path, listed: Built) -> None:
    for path in listed:
        assert (out / path).stat().st_size < 600_000, path
