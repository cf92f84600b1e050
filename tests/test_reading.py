"""Reading: what authors write becomes blocks with places, and hostile input becomes messages."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from conftest import SVG, write_course
from hypothesis import given, settings
from hypothesis import strategies as st

from emmbuild import pipeline
from emmbuild.blocks.question import KIND as QUESTION
from emmbuild.core import walk
from emmbuild.core.diagnostics import ContentError, Span
from emmbuild.core.nodes import Bullets, Definition, Heading, Paragraph, Question, Table
from emmbuild.core.subject import Example
from emmbuild.core.text import Cite, Emph, FootnoteRef, Link, Plain, Strong
from emmbuild.readers import attributes, markdown, path_data, pictures, svg, yamls
from emmbuild.readers.inline import inlines


def read(tmp_path: Path, body: str, exercises: str = "") -> pipeline.ReadSection:
    return pipeline.Desk(write_course(tmp_path, Example(body=body, exercises=exercises))).section("9.9")


def test_inline_parts() -> None:
    assert inlines("a **b** *c* [@k, p. 2][^n] [l](https://x.org)") == (
        Plain("a "), Strong((Plain("b"),)), Plain(" "), Emph((Plain("c"),)), Plain(" "), Cite("k", "p. 2"),
        FootnoteRef("n"), Plain(" "), Link("https://x.org", (Plain("l"),)),
    )  # fmt: skip


@pytest.mark.parametrize("source", ["[x](javascript:alert(1))", "[x](data:text/html,y)", "[x](file:///etc/passwd)"])
def test_unsafe_links_become_text(source: str) -> None:
    assert not any(isinstance(part, Link) for part in inlines(source))


def test_html_is_text() -> None:
    assert inlines("<script>x</script>") == (Plain("<script>x</script>"),)


def test_jinja_is_text() -> None:
    assert inlines("{{ 7*7 }} {% x %}") == (Plain("{{ 7*7 }} {% x %}"),)


def test_places_are_exact(tmp_path: Path) -> None:
    section = read(tmp_path, "# One {#one}\n\nText with **bold**.\n\n- {#9.9.M1} First\n").section
    heading, paragraph, listed = section.blocks
    assert isinstance(heading, Heading) and isinstance(paragraph, Paragraph) and isinstance(listed, Bullets)
    lines = (tmp_path / section.file).read_text("utf-8").split("\n")
    for text, start in ((heading.text, "One"), (paragraph.text, "Text"), (listed.items[0].text, "First")):
        assert lines[text.span.line - 1][text.span.col - 1 :].startswith(start)


def test_table_cells_have_places(tmp_path: Path) -> None:
    section = read(tmp_path, "| A | B |\n|---|---|\n| Yes | Yes |\n").section
    (table,) = section.blocks
    assert isinstance(table, Table)
    columns = [cell.span.col for cell in table.rows[0].cells]
    assert columns == [3, 9]


def test_same_words_get_different_ids(tmp_path: Path) -> None:
    section = read(tmp_path, "Yes\n\nYes\n\n| A | B |\n|---|---|\n| Yes | Yes |\n").section
    ids = [text.id for text in walk.texts(section.blocks) if text.source == "Yes"]
    assert len(set(ids)) == len(ids) == 4


def test_reading_goes_on_after_a_mistake(tmp_path: Path) -> None:
    body = ":::{nonsense}\nx\n:::\n\n:::{definition}\nno term\n:::\n\n# After {#after}\n\nText.\n"
    read_section = read(tmp_path, body)
    assert [d.code for d in read_section.problems] == ["FNC102", "FNC104"]
    assert any(isinstance(node, Heading) for node in read_section.section.blocks)


def test_fences_nest_and_keep_places(tmp_path: Path) -> None:
    body = "::::{case-study} A town {#9.9.C1}\nA story.\n\n:::{facilitator}\nSAY hello.\n:::\n\n1. Who?\n::::\n"
    section = read(tmp_path, body).section
    paragraphs = [node for node in walk.nodes(section.blocks) if isinstance(node, Paragraph)]
    lines = (tmp_path / section.file).read_text("utf-8").split("\n")
    assert [lines[p.text.span.line - 1] for p in paragraphs] == ["A story.", "SAY hello."]


def test_question_options_and_feedback(tmp_path: Path) -> None:
    found = read(tmp_path, "Text.", QUESTION.example).exercises["9.9.Q1"]
    assert isinstance(found, Question)
    assert [(o.id, o.correct, o.text.plain, bool(o.feedback)) for o in found.options] == [
        ("a", False, "Points-based permanent entry", True),
        ("b", True, "Employer-sponsored temporary permit", True),
    ]
    assert found.rationale.plain == "The permit names the employer."


def test_fixed_option_ids(tmp_path: Path) -> None:
    text = ":::{question} single {#9.9.Q1}\nWhich?\n\n- [x] {#c} Yes — *Right.*\n- [ ] {#a} No — *Wrong.*\n:::\n"
    found = read(tmp_path, "Text.", text).exercises["9.9.Q1"]
    assert isinstance(found, Question)
    assert [(o.id, o.text.plain) for o in found.options] == [("c", "Yes"), ("a", "No")]


def test_section_ids_are_text() -> None:
    tree, problems = yamls.load("id: 3.10\nwhen: 11:00\nyes: no\n", "f")
    assert not problems and isinstance(tree, yamls.Mapping)
    assert {key: value.text for key, value in tree.entries.items()} == {"id": "3.10", "when": "11:00", "yes": "no"}  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "text",
    ["[" * 20_000, "{a: " * 3_000, "- " * 5_000 + "x", "a: &a [x]\nb: *a", "a: !!python/object/apply:os.system [id]",
     "\x00", "a: \ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace") + "\x07"],
)  # fmt: skip
def test_hostile_yaml_gives_a_message_quickly(text: str) -> None:
    start = time.process_time()
    tree, problems = yamls.load(text, "f")
    assert time.process_time() - start < 5
    assert problems or tree is not None


def test_attributes() -> None:
    rest, found = attributes.at_end('Why {#why minutes=15 objectives="2.6.O1 2.6.O2"}', Span("f", 1, 1))
    assert (rest, found.id, found.values) == ("Why", "why", {"minutes": "15", "objectives": "2.6.O1 2.6.O2"})


def test_braces_that_are_no_attributes_stay() -> None:
    assert attributes.at_end("A set {1, 2}", Span("f", 1, 1))[0] == "A set {1, 2}"


def test_path_data() -> None:
    assert path_data.steps_of("M0 0 h10 v5 l-3,2Z") == (
        ("M", 0.0, 0.0), ("L", 10.0, 0.0), ("L", 10.0, 5.0), ("L", 7.0, 7.0), ("Z",),
    )  # fmt: skip
    with pytest.raises(ValueError, match="not supported"):
        path_data.steps_of("M0 0 A5 5 0 0 1 9 9")


def drawing(text: str) -> tuple[object, list[str]]:
    made, problems = svg.read(
        text.encode(), "a.svg", lambda words, span: __import__("emmbuild.core.text").core.text.words_of(words)
    )
    return made, [d.code for d in problems]


def test_drawing_labels_belong_to_their_shapes() -> None:
    made, problems = drawing(SVG)
    assert problems == []
    assert [shape.label.plain for shape in made.shapes if shape.label] == ["Origin", "Destination"]  # type: ignore[attr-defined]


def test_drawing_mirrors_places_not_words() -> None:
    made, _ = drawing(SVG)
    mirrored = made.mirrored()  # type: ignore[attr-defined]
    assert [shape.x for shape in mirrored.shapes if shape.label] == [640, 20]
    assert mirrored.mirrored() == made


@pytest.mark.parametrize(
    "text",
    ['<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg viewBox="0 0 9 9"><text>&a;</text></svg>',
     "<html/>", "not xml", '<svg viewBox="0 0 1e9 5"/>', '<svg viewBox="0 0 9 9">' + "<g>" * 400],
)  # fmt: skip
def test_hostile_drawings_are_refused(text: str) -> None:
    with pytest.raises(ContentError):
        drawing(text)


@pytest.mark.parametrize("tag", ["script", "image", "foreignObject", "use", "style", "a"])
def test_drawing_parts_outside_the_profile_are_reported(tag: str) -> None:
    made, problems = drawing(f'<svg viewBox="0 0 9 9"><{tag}>alert(1)</{tag}></svg>')
    assert problems == ["FIG105"] and made.shapes == ()  # type: ignore[attr-defined]


def test_pictures_lose_their_metadata() -> None:
    from PIL import Image

    photo = Image.new("RGB", (40, 20), "red")
    exif = Image.Exif()
    exif[0x010E] = "taken at a shelter"
    exif[0x0112] = 6
    data = io.BytesIO()
    photo.save(data, "JPEG", exif=exif)
    assert b"shelter" in data.getvalue()
    read_back = pictures.read(data.getvalue(), "a.jpg", Span())
    assert b"shelter" not in read_back.data and b"Exif" not in read_back.data
    assert (read_back.width, read_back.height) == (20, 40)


def test_a_picture_bomb_is_refused() -> None:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0))
    with pytest.raises(ContentError):
        pictures.read(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"")), "a.png", Span())


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from(list(":{}[]()#*_|-=\"'`@^! \n\tab1&<>.")), max_size=200))
def test_any_text_is_read_without_a_crash(text: str) -> None:
    page = markdown.read(text, "f")
    assert isinstance(page.children, tuple)


def test_definitions_have_terms(tmp_path: Path) -> None:
    section = read(tmp_path, ":::{definition} remittances\nMoney sent home.\n:::\n").section
    (found,) = section.blocks
    assert (
        isinstance(found, Definition) and found.term.plain == "remittances" and found.term.id == "9.9/def-remittances.term"
    )
