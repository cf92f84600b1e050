"""The parts of a deck file: right-to-left for sure, the same bytes twice, nothing left over, opened by others."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from functools import cache

import pytest
from lxml import etree
from paper_samples import DRAWING, LANGUAGES, PIXEL, edition, items, t
from pptx import Presentation

from emmbuild.core.bidi import LRM
from emmbuild.core.nodes import Bullets, Figure, Heading, Meta, Paragraph, Picture, Slide, Table
from emmbuild.core.text import Link, Plain, Text
from emmbuild.writers.pptx import write
from emmbuild.writers.pptx.mirror import mirror
from emmbuild.writers.pptx.recolour import SCHEME
from emmbuild.writers.pptx.template import template_of

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WIDTH = 12192000


@cache
def data(code: str = "en") -> bytes:
    return write(edition("facilitator", code)).data


def parts(made: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def trees(made: bytes, start: str) -> list[etree._Element]:
    return [
        etree.fromstring(text) for name, text in parts(made).items() if name.startswith(start) and name.endswith(".xml")
    ]


def slides(made: bytes) -> list[etree._Element]:
    return trees(made, "ppt/slides/slide")


def with_blocks(*blocks: object, code: str = "en") -> bytes:
    heading = Heading(level=1, text=t("Topic"), meta=Meta("topic"))
    return write(edition("facilitator", code, (heading, *blocks))).data  # type: ignore[arg-type]


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_same_source_gives_the_same_bytes(code: str) -> None:
    assert write(edition("facilitator", code)).data == data(code)


@pytest.mark.parametrize("code", LANGUAGES)
def test_others_can_open_it(code: str) -> None:
    deck = Presentation(io.BytesIO(data(code)))
    keys = [slide.name for slide in deck.slides]
    assert keys[0] == "2.6/title" and len(set(keys)) == len(keys)
    assert all(slide.shapes.title is not None and slide.shapes.title.text_frame.text for slide in deck.slides)
    assert all(slide.has_notes_slide and slide.notes_slide.notes_text_frame.text for slide in deck.slides)
    assert deck.core_properties.title == "2.6 Migration and Labour"
    assert deck.core_properties.language == LANGUAGES[code].tag


def test_every_part_has_a_type_and_every_relationship_a_target() -> None:
    found = parts(data())
    types = found["[Content_Types].xml"].decode()
    for name in found:
        extension = name.rsplit(".", 1)[-1]
        assert f'PartName="/{name}"' in types or f'Extension="{extension}"' in types
    for override in re.findall(r'PartName="/([^"]+)"', types):
        assert override in found
    for name, text in found.items():
        if name.endswith(".rels"):
            base = name.replace("_rels/", "").rsplit("/", 1)[0] if name != "_rels/.rels" else ""
            for target in etree.fromstring(text):
                if target.get("TargetMode") != "External":
                    assert _resolved(base, str(target.get("Target"))) in found, (name, target.get("Target"))


def _resolved(base: str, target: str) -> str:
    steps = [step for step in base.split("/") if step]
    for step in target.split("/"):
        steps = steps[:-1] if step == ".." else [*steps, step]
    return "/".join(steps)


def test_ids_of_shapes_are_unique_on_each_slide() -> None:
    for slide in slides(data()):
        ids = [element.get("id") for element in slide.iter(f"{P}cNvPr")]
        assert len(set(ids)) == len(ids)


def test_relationships_that_slides_name_exist() -> None:
    found = parts(data())
    for name, text in found.items():
        if re.fullmatch(r"ppt/(slides|notesSlides)/\w+\.xml", name):
            folder, file = name.rsplit("/", 1)
            known = {entry.get("Id") for entry in etree.fromstring(found[f"{folder}/_rels/{file}.rels"])}
            used = {
                value
                for element in etree.fromstring(text).iter()
                for key, value in element.attrib.items()
                if key.startswith(R)
            }
            assert used <= known


@pytest.mark.parametrize("code", ["ar", "fa"])
def test_every_paragraph_of_right_to_left_text_says_so(code: str) -> None:
    tag = LANGUAGES[code].tag
    for slide in (*slides(data(code)), *trees(data(code), "ppt/notesSlides/")):
        for paragraph in slide.iter(f"{A}p"):
            runs = list(paragraph.iter(f"{A}rPr"))
            if runs and paragraph.find(f"{A}r") is not None and runs[0].get("lang") == tag:
                properties = paragraph.find(f"{A}pPr")
                assert properties is not None and properties.get("rtl") == "1"
                assert properties.get("algn") in (None, "r", "ctr")


def test_right_to_left_levels_of_every_style_are_turned() -> None:
    found = [
        *trees(data("ar"), "ppt/slideMasters/"),
        *trees(data("ar"), "ppt/slideLayouts/"),
        *trees(data("ar"), "ppt/notesM"),
    ]
    for part in (*found, *trees(data("ar"), "ppt/presentation")):
        for level in part.iter(*(f"{A}lvl{n}pPr" for n in range(1, 10))):
            assert level.get("rtl") == "1" and level.get("algn") in ("r", "ctr", "l")
    (deck,) = trees(data("ar"), "ppt/presentation.xml")
    assert deck.get("rtl") == "1"


def test_layouts_are_mirrored() -> None:
    plain, turned = (template_of(edition("facilitator", code)).stage.layouts for code in ("en", "ar"))
    for role, layout in plain.items():
        for name, slot in layout.slots.items():
            other = turned[role].slots[name].frame
            assert other.x == WIDTH - slot.frame.x - slot.frame.w and other.y == slot.frame.y and other.w == slot.frame.w


def test_mirroring_flips_what_points_and_leaves_pictures() -> None:
    part = etree.fromstring(
        f'<p:sldLayout xmlns:p="{P[1:-1]}" xmlns:a="{A[1:-1]}"><p:cSld><p:spTree>'
        '<p:cxnSp><p:spPr><a:xfrm><a:off x="100" y="0"/><a:ext cx="50" cy="9"/></a:xfrm></p:spPr></p:cxnSp>'
        '<p:pic><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="50" cy="9"/></a:xfrm></p:spPr></p:pic>'
        "</p:spTree></p:cSld></p:sldLayout>"
    )
    mirror(part, 1000)
    line, picture = part.iter(f"{A}xfrm")
    assert line.get("flipH") == "1" and line[0].get("x") == "850"
    assert picture.get("flipH") is None and picture[0].get("x") == "950"


def test_tables_are_mirrored_and_have_a_header_row() -> None:
    for code, direction in (("en", None), ("ar", "1")):
        tables = [table for slide in slides(data(code)) for table in slide.iter(f"{A}tblPr")]
        assert tables
        assert all(table.get("firstRow") == "1" and table.get("rtl") == direction for table in tables)
    for slide in slides(data()):
        for table in slide.iter(f"{A}tbl"):
            columns = len(table.findall(f"{A}tblGrid/{A}gridCol"))
            assert all(len(row.findall(f"{A}tc")) == columns for row in table.iter(f"{A}tr"))


def test_drawings_are_mirrored_for_right_to_left_readers() -> None:
    figure = Figure(t("Alt"), drawing=DRAWING, meta=Meta("2.6.F1"))
    places = {}
    for code in ("en", "ar"):
        (group,) = [group for slide in slides(with_blocks(figure, code=code)) for group in slide.iter(f"{P}grpSp")]
        boxes = [(int(off.get("x")), int(off.getnext().get("cx"))) for off in group.iter(f"{A}off")]
        places[code] = boxes
        assert group.find(f"{P}nvGrpSpPr/{P}cNvPr").get("descr") == "Alt"
        assert len(list(group.iter(f"{A}tailEnd"))) == 1
    assert [x for x, _ in places["ar"]] == pytest.approx([WIDTH - x - wide for x, wide in places["en"]], abs=2)


def test_islands_stand_between_marks_in_right_to_left_text_only() -> None:
    said = Slide(t("عنوان"), "bullets", ((Text(""), (Bullets(items("اتصل +41 22 717 91 11 غدا", "من 5–9 أيام")),)),))
    runs = [run.text or "" for slide in slides(with_blocks(said, code="ar")) for run in slide.iter(f"{A}t")]
    assert any(f"اتصل {LRM}+41 22 717 91 11{LRM} غدا" in run for run in runs)
    assert any(f"من {LRM}5–9{LRM} أيام" in run for run in runs)
    assert not any(LRM in (run.text or "") for slide in slides(data("fr")) for run in slide.iter(f"{A}t"))


def test_text_in_another_language_keeps_its_language_and_direction() -> None:
    made = with_blocks(Slide(t("Title", "en"), "bullets", ((Text(""), (Bullets(items("x")),)),)), code="ar")
    (title,) = [p for slide in slides(made) for p in slide.iter(f"{A}p") if "".join(p.itertext()) == "Title"]
    assert title.find(f"{A}r/{A}rPr").get("lang") == "en-GB"
    assert title.find(f"{A}pPr").get("rtl") == "0" and title.find(f"{A}pPr").get("algn") == "l"


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_run_has_a_language(code: str) -> None:
    for slide in (*slides(data(code)), *trees(data(code), "ppt/notesSlides/")):
        assert all(run.get("lang") for run in slide.iter(f"{A}rPr"))


def test_no_text_shrinks_by_itself() -> None:
    for name, text in parts(data()).items():
        assert b"normAutofit" not in text and b"spAutoFit" not in text, name


def test_no_text_on_a_slide_is_smaller_than_it_may_be() -> None:
    sizes = [int(run.get("sz")) for slide in slides(data()) for run in slide.iter(f"{A}rPr", f"{A}defRPr") if run.get("sz")]
    assert min(sizes) >= 1200


def test_colours_and_fonts_of_the_theme_stand_in_the_theme_part() -> None:
    made = edition("facilitator", "ko")
    colours = {**made.theme.colours, "primary": "#123456"}
    found = parts(write(replace(made, theme=replace(made.theme, colours=colours))).data)
    theme = etree.fromstring(found["ppt/theme/theme1.xml"])
    for slot, role in SCHEME.items():
        assert theme.find(f".//{A}clrScheme/{A}{slot}/{A}srgbClr").get("val") == colours[role].lstrip("#").upper()
    minor = theme.find(f".//{A}minorFont")
    assert [minor.find(f"{A}{kind}").get("typeface") for kind in ("latin", "ea", "cs")] == ["Malgun Gothic"] * 2 + ["Arial"]
    assert {font.get("script"): font.get("typeface") for font in minor.findall(f"{A}font")} == {
        "Arab": "Arial",
        "Hang": "Malgun Gothic",
    }


def test_properties_hold_no_dates_and_no_names() -> None:
    found = parts(data())
    text = (found["docProps/core.xml"] + found["docProps/app.xml"]).decode()
    for leftover in ("creator", "created", "modified", "lastModifiedBy", "Company", "python"):
        assert leftover not in text


def test_pictures_are_in_the_file_once_and_decoration_is_marked() -> None:
    picture = Picture("a.png", PIXEL, "png", 400, 200)
    made = with_blocks(Figure(t("A bridge"), picture=picture), Figure(Text(""), picture=picture))
    assert [name for name in parts(made) if "/media/" in name] == ["ppt/media/image1.png"]
    first, second = [pic.find(f"{P}nvPicPr/{P}cNvPr") for slide in slides(made) for pic in slide.iter(f"{P}pic")]
    assert first.get("descr") == "A bridge" and b"decorative" not in etree.tostring(first)
    assert second.get("descr") is None and b"decorative" in etree.tostring(second)


def test_only_safe_links_become_links() -> None:
    link = Text(
        "x", (Link("https://example.org/?a=1&b=2", (Plain("here"),)), Link("javascript:alert(1)", (Plain("there"),)))
    )
    made = with_blocks(Slide(t("Links"), "bullets", ((Text(""), (Paragraph(link),)),)))
    targets = [
        entry.get("Target")
        for name, text in parts(made).items()
        if name.startswith("ppt/slides/_rels")
        for entry in etree.fromstring(text)
        if entry.get("TargetMode") == "External"
    ]
    assert targets == ["https://example.org/?a=1&b=2"]


def test_words_that_xml_forbids_do_no_harm() -> None:
    words = t('A\x0b<b> & "C"\ufffe')
    found = Presentation(io.BytesIO(with_blocks(Slide(words, "bullets", ()), Table((words,), (), meta=Meta("2.6.T1")))))
    assert any(slide.shapes.title.text_frame.text.startswith('A<b> & "C"') for slide in found.slides)


def test_the_slide_sorter_shows_the_topics() -> None:
    (deck,) = trees(data(), "ppt/presentation.xml")
    names = [e.get("name") for e in deck.iter("{http://schemas.microsoft.com/office/powerpoint/2010/main}section")]
    assert names == [
        "Migration and Labour",
        "Why labour moves",
        "Next topic",
        "Knowledge check",
        "Key messages",
        "Top 1",
        "Thank you",
    ]
    listed = deck.iter("{http://schemas.microsoft.com/office/powerpoint/2010/main}sldId")
    assert [e.get("id") for e in listed] == [e.get("id") for e in deck.iter(f"{P}sldId")]


def test_a_label_too_long_for_its_shape_is_reported() -> None:
    shape = replace(DRAWING.shapes[0], label=t("Plan " * 60))
    figure = Figure(t("Alt"), drawing=replace(DRAWING, shapes=(shape,)), meta=Meta("2.6.F1"))
    built = write(edition("facilitator", made=(Heading(level=1, text=t("Topic")), figure)))
    assert [found.code for found in built.diagnostics] == ["DCK102"]


def test_every_layout_has_a_role() -> None:
    assert set(template_of(edition("facilitator")).stage.layouts) == {
        "title", "topic", "content", "two-columns", "big-number", "statement", "table", "figure", "question", "matching",
        "closing",
    }  # fmt: skip
