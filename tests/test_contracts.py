"""The same questions to every plug-in: each block kind, output format, language and theme."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import ROOT, write_course

from emmbuild import lower, pipeline, registry
from emmbuild.core import walk
from emmbuild.core.edition import Format
from emmbuild.core.nodes import CORE, READERS, Item, Node, Notes, Option, Pair, Question, Row, Slide, Table, WriteSpace
from emmbuild.core.subject import Example
from emmbuild.core.syntax import Kind
from emmbuild.core.text import Text
from emmbuild.readers import languages, themes

KINDS: dict[str, Kind] = registry.found("emmbuild.blocks", "KIND")
FORMATS = pipeline.formats()
EXERCISES = ("worksheet", "practical_application", "question")
PARTS = (*CORE, Item, Row, Option, Pair)


def sample(tmp_path: Path, module: str) -> pipeline.Desk:
    """A tiny course that holds the example of one block kind; what it refers to is there too."""
    kind = KINDS[module]
    if module == "draw":
        return pipeline.Desk(write_course(tmp_path, Example(body=kind.example, exercises=KINDS["question"].example)))
    if module in EXERCISES:
        name = re.findall(r"\{#(9\.9\.[WAQ]\d)[ }]", kind.example)[0]
        draw = f":::{{{'knowledge-check' if module == 'question' else 'exercise'}}} {name}\n:::\n"
        return pipeline.Desk(write_course(tmp_path, Example(body=draw, exercises=kind.example)))
    return pipeline.Desk(write_course(tmp_path, Example(body=kind.example)))


def visible_words(data: bytes, file_name: str) -> str:
    """Every word in every XML, HTML and script part of a zip, without white space and direction marks."""
    found = []
    if data[:2] != b"PK":
        return squeezed(html.unescape(data.decode("utf-8"))).casefold()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".html", ".js", ".rels")):
                text = archive.read(name).decode("utf-8")
                if name.endswith(".js"):
                    text = re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text)
                text = html.unescape(text) if name.endswith(".js") else text
                found += [html.unescape(value) for value in re.findall(r'="([^"]*)"', text)]
                found.append(html.unescape(re.sub(r"<[^>]*>", "", text)))
    return squeezed("".join(found)).casefold()


def squeezed(text: str) -> str:
    return re.sub(r"[\s\u200e\u200f\u2066-\u2069]", "", text)


@pytest.mark.parametrize("module", KINDS)
class TestBlockKinds:
    def test_the_example_is_read_without_a_message(self, module: str, tmp_path: Path) -> None:
        assert sample(tmp_path, module).section("9.9").problems == ()

    @pytest.mark.parametrize("reader", READERS)
    def test_it_lowers_itself_to_core_blocks(self, module: str, reader: str, tmp_path: Path) -> None:
        desk = sample(tmp_path, module)
        maker = desk.edition_maker("9.9", "en")
        section = lower.lowered(maker.section, reader, reader == "facilitator", maker.words, {})
        for node in walk.nodes(section.blocks):
            assert isinstance(node, PARTS), f"{type(node).__name__} is no core block"
            assert reader == "facilitator" or not isinstance(node, Notes)

    def test_its_words_are_in_the_packs(self, module: str, tmp_path: Path) -> None:
        maker = sample(tmp_path, module).edition_maker("9.9", "en")
        for key in KINDS[module].words:
            assert maker.words(key, n=1)

    @pytest.mark.parametrize("kind", FORMATS)
    def test_every_format_shows_it(self, module: str, kind: str, tmp_path: Path) -> None:
        desk = sample(tmp_path, module)
        made = FORMATS[kind]
        edition = desk.edition_maker("9.9", "en").edition(made, made.audiences[-1])
        wanted = [text for text in walk.texts(edition.section.blocks) if text and not _answer(text)]
        hidden = _paper_only if kind == "pptx" else _slides_only
        wanted = [text for text in wanted if not _within(text, edition.section.blocks, hidden)]
        if made.holds == "questions":
            wanted = [text for text in wanted if _within(text, edition.section.blocks, _asked)]
        words = visible_words(made.write(edition).data, kind)
        for text in wanted:
            for piece in re.split(r"[^\w]+", text.plain):
                assert squeezed(piece).casefold() in words, f"{kind} does not show {text.plain!r}"


def _asked(node: Node) -> bool:
    return isinstance(node, Question)


def _answer(text: Text) -> bool:
    return text.id.endswith(".answer")


def _slides_only(node: Node) -> bool:
    return isinstance(node, Slide)


def _paper_only(node: Node) -> bool:
    """Room to write stays on paper and screen; a slide names the worksheet instead."""
    return isinstance(node, WriteSpace) or isinstance(node, Table) and node.fill


def _within(text: Text, blocks: tuple[Node, ...], kind: Callable[[Node], bool]) -> bool:
    return any(other is text for node in walk.nodes(blocks) if kind(node) for other in walk.texts(node))


@pytest.mark.parametrize("kind", FORMATS)
class TestFormats:
    def test_it_says_what_it_is(self, kind: str) -> None:
        made = FORMATS[kind]
        assert isinstance(made, Format) and made.kind == kind and made.title and made.audiences and made.extension

    @pytest.mark.parametrize("language", languages.load())
    def test_every_language_is_written_twice_the_same(self, kind: str, language: str, tmp_path: Path) -> None:
        body = "".join(KINDS[name].example + "\n" for name in KINDS if name not in (*EXERCISES, "draw"))
        desk = pipeline.Desk(write_course(tmp_path, Example(body=body)))
        made = FORMATS[kind]
        for audience in made.audiences:
            one = made.write(desk.edition_maker("9.9", language).edition(made, audience))
            two = made.write(pipeline.Desk(tmp_path).edition_maker("9.9", language).edition(made, audience))
            assert one.data == two.data
            assert one.data[:2] != b"PK" or zipfile.ZipFile(io.BytesIO(one.data)).testzip() is None

    def test_an_empty_section_is_written(self, kind: str, tmp_path: Path) -> None:
        desk = pipeline.Desk(write_course(tmp_path, Example(body="\n")))
        made = FORMATS[kind]
        for audience in made.audiences:
            data = made.write(desk.edition_maker("9.9", "ar").edition(made, audience)).data
            assert data[:2] == b"PK" or made.holds == "questions" and data.decode("utf-8")

    def test_file_names_are_plain_ascii(self, kind: str, course: Path) -> None:
        made = FORMATS[kind]
        edition = pipeline.Desk(course).edition_maker("9.9", "ko").edition(made, made.audiences[0])
        assert re.fullmatch(r"[a-z0-9.-]+", made.file_name(edition))


@pytest.mark.parametrize("folder", sorted((ROOT / "themes").iterdir()), ids=lambda path: path.name)
class TestThemes:
    def test_it_loads(self, folder: Path) -> None:
        theme = themes.load(folder)
        assert {language.script for language in languages.load().values()} <= set(theme.fonts)

    def test_text_colours_can_be_read(self, folder: Path) -> None:
        colours = themes.load(folder).colours
        for ink in ("primary", "secondary", "accent", "muted", "ink"):
            for ground in ("paper", "light"):
                assert contrast(colours[ink], colours[ground]) >= 4.5, f"{ink} on {ground}"


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio of two colours."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
