"""Word files: their parts, both writing directions, fields, footnotes; the same bytes twice."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any

import pytest
from docx import Document
from lxml import etree
from paper_samples import PIXEL, THEME, edition, t

from emmbuild.core.nodes import Node, Paragraph, Row, Table
from emmbuild.core.text import Break, Code, Plain, Strong, Text
from emmbuild.writers.docx import FORMAT, write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NS = {
    "w": W[1:-1],
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
CASES = [(audience, code) for audience in ("participant", "facilitator") for code in ("en", "fr", "ar", "fa", "ko")]


def parts(audience: str = "participant", code: str = "en", made: tuple[Node, ...] | None = None) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(write(edition(audience, code, made)).data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def tree(found: dict[str, bytes], name: str = "word/document.xml") -> Any:
    return etree.fromstring(found[name])


def find(root: Any, path: str) -> list[Any]:
    return list(root.xpath(path, namespaces=NS))


def text_of(element: Any) -> str:
    return "".join(part.text or "" for part in element.iter(W + "t"))


@pytest.mark.parametrize(("audience", "code"), CASES)
def test_every_part_is_listed_and_well_formed(audience: str, code: str) -> None:
    found = parts(audience, code)
    types = found["[Content_Types].xml"].decode()
    for name, data in found.items():
        if name.endswith((".xml", ".rels")):
            etree.fromstring(data)
        assert f'PartName="/{name}"' in types or f'Extension="{name.rsplit(".", 1)[-1]}"' in types
    for rels, base in (("word/_rels/document.xml.rels", "word/"), ("_rels/.rels", "")):
        for link in tree(found, rels):
            if link.get("TargetMode") != "External":
                assert base + link.get("Target") in found
    assert b"python-docx" not in b"".join(found.values())


@pytest.mark.parametrize(("audience", "code"), CASES)
def test_the_same_bytes_twice(audience: str, code: str) -> None:
    assert write(edition(audience, code)).data == write(edition(audience, code)).data


@pytest.mark.parametrize(("audience", "code"), CASES)
def test_python_docx_opens_it(audience: str, code: str) -> None:
    made = Document(io.BytesIO(write(edition(audience, code)).data))
    assert made.core_properties.title.startswith("2.6 Migration and Labour")
    assert made.core_properties.language == edition(audience, code).language.tag
    assert {"Heading 1", "Heading 2"} <= {paragraph.style.name for paragraph in made.paragraphs}
    assert made.sections[0].page_width.mm == pytest.approx(210, abs=0.1)


@pytest.mark.parametrize(("audience", "code"), CASES)
def test_every_style_and_list_that_is_used_is_there(audience: str, code: str) -> None:
    found = parts(audience, code)
    known = {style.get(W + "styleId") for style in find(tree(found, "word/styles.xml"), "//w:style")}
    lists = {number.get(W + "numId") for number in find(tree(found, "word/numbering.xml"), "//w:num")}
    for name in ("document", "footnotes", "header1", "header2", "footer1"):
        root = tree(found, f"word/{name}.xml")
        for kind in ("pStyle", "rStyle", "tblStyle"):
            assert {used.get(W + "val") for used in root.iter(W + kind)} <= known
        assert {used.get(W + "val") for used in root.iter(W + "numId")} <= lists


def test_ids_of_bookmarks_and_drawings_are_unique() -> None:
    root = tree(parts())
    for path in ("//w:bookmarkStart/@w:id", "//w:bookmarkStart/@w:name", "//wp:docPr/@id | //wps:cNvPr/@id"):
        found = find(root, path)
        assert found and len(found) == len(set(found))


def test_contents_field_lists_the_headings_and_points_at_them() -> None:
    root = tree(parts())
    assert any("TOC" in (code.text or "") for code in root.iter(W + "instrText"))
    marks = set(find(root, "//w:bookmarkStart/@w:name"))
    anchors = find(root, "//w:hyperlink/@w:anchor")
    assert anchors and set(anchors) <= marks
    entries = [text_of(p) for p in find(root, "//w:p[w:pPr/w:pStyle[@w:val = 'TOC1' or @w:val = 'TOC2']]")]
    headings = [text_of(p) for p in find(root, "//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'Heading')]]")]
    assert entries == [heading for heading in headings if heading]


def test_fields_are_balanced() -> None:
    for name in ("document", "header2", "footer1"):
        kinds = [mark.get(W + "fldCharType") for mark in tree(parts(), f"word/{name}.xml").iter(W + "fldChar")]
        assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_footer_counts_pages_and_header_names_the_section() -> None:
    found = parts()
    assert [code.text.strip() for code in tree(found, "word/footer1.xml").iter(W + "instrText")] == ["PAGE", "NUMPAGES"]
    assert "2.6  Migration and Labour" in text_of(tree(found, "word/header2.xml"))


def test_a_translator_may_move_page_numbers() -> None:
    made = edition()
    made.words.entries["paper.page"] = "{pages} / {page}"
    with zipfile.ZipFile(io.BytesIO(write(made).data)) as archive:
        footer = etree.fromstring(archive.read("word/footer1.xml"))
    assert [code.text.strip() for code in footer.iter(W + "instrText")] == ["NUMPAGES", "PAGE"]


def test_captions_count_with_seq_fields() -> None:
    codes = [code.text.strip() for code in tree(parts()).iter(W + "instrText") if "SEQ" in code.text]
    assert codes == ["SEQ Figure \\* ARABIC", "SEQ Table \\* ARABIC", "SEQ Table \\* ARABIC"]


def test_footnotes_are_word_footnotes_with_their_links() -> None:
    found = parts()
    assert find(tree(found), "//w:footnoteReference/@w:id") == ["1"]
    notes = tree(found, "word/footnotes.xml")
    assert find(notes, "//w:footnote/@w:id") == ["-1", "0", "1"]
    assert "A note, see" in text_of(notes)
    assert b"https://example.org/n" in found["word/_rels/footnotes.xml.rels"]


def test_web_addresses_are_made_safe() -> None:
    assert b'Target="https://example.org/a%20b" TargetMode="External"' in parts()["word/_rels/document.xml.rels"]


def test_citations_read_as_words() -> None:
    assert "(IOM, 2019, p. 4)" in text_of(tree(parts()))


def test_tables_repeat_their_header_and_do_not_split_rows() -> None:
    for table in find(tree(parts()), "//w:tbl[w:tblPr/w:tblStyle[@w:val='EmmTable' or @w:val='EmmFill']]"):
        rows = table.findall(W + "tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        grid = [column.get(W + "w") for column in table.iter(W + "gridCol")]
        assert all([width.get(W + "w") for width in row.iter(W + "tcW")] == grid for row in rows)


@pytest.mark.parametrize("audience", ["participant", "facilitator"])
def test_every_cell_ends_with_a_paragraph(audience: str) -> None:
    assert all(cell[-1].tag == W + "p" for cell in tree(parts(audience)).iter(W + "tc"))


@pytest.mark.parametrize("code", ["ar", "fa"])
def test_right_to_left_documents_are_so_throughout(code: str) -> None:
    found = parts("facilitator", code)
    root = tree(found)
    for paragraph in find(root, "//w:body//w:p[not(ancestor::w:txbxContent)]"):
        assert paragraph.find(f"{W}pPr/{W}bidi") is not None or not text_of(paragraph)
        assert paragraph.find(f"{W}pPr/{W}jc") is None or not text_of(paragraph)
    assert all(find(table, "w:tblPr/w:bidiVisual") for table in find(root, "//w:tbl"))
    assert find(root, "//w:sectPr/w:bidi")
    for name in ("header2", "footer1"):
        assert find(tree(found, f"word/{name}.xml"), "//w:p/w:pPr/w:bidi")
    styles = tree(found, "word/styles.xml")
    assert find(styles, "//w:style[@w:styleId='Normal']/w:pPr/w:bidi")
    tag = {"ar": "ar-SA", "fa": "fa-IR"}[code]
    assert find(styles, "//w:rPrDefault//w:lang/@w:bidi") == [tag]
    assert find(tree(found, "word/settings.xml"), "//w:themeFontLang/@w:bidi") == [tag]


def test_right_to_left_runs_hold_no_latin_words() -> None:
    made = (Paragraph(t("تعمل IOM(2019) في 10-20 بلدا، ILO أيضا")),)
    root = tree(parts(code="ar", made=made))
    body = find(root, "//w:p[contains(., 'تعمل')]")[0]
    runs = [(run.find(f"{W}rPr/{W}rtl") is not None, text_of(run)) for run in find(body, "w:r")]
    assert [words for rtl, words in runs if not rtl] == ["\u200eIOM(2019)\u200e", "\u200e10-20\u200e", "ILO"]
    assert not any(re.search("[A-Za-z]", words) for rtl, words in runs if rtl)


def test_latin_items_of_a_right_to_left_list_keep_their_order() -> None:
    root = tree(parts(code="ar", made=(Paragraph(t("المنظمات: IOM، ILO، UNHCR")),)))
    body = find(root, "//w:p[contains(., 'المنظمات')]")[0]
    assert text_of(body).count("\u200f") == 2


def test_latin_references_stand_whole_in_right_to_left_text() -> None:
    root = tree(parts(code="ar"))
    cited = [text_of(run) for run in find(root, "//w:r[not(w:rPr/w:rtl)]") if "2019" in text_of(run)]
    assert "\u200e(IOM, 2019, p. 4)\u200e" in cited and "IOM (2019). " in cited


def test_words_that_fell_back_are_set_in_their_own_direction_and_language() -> None:
    made = (Paragraph(t("Still English", "en")), Paragraph(Text("x", (Plain("عربي"),), lang="ar")))
    fallen = find(tree(parts(code="ar", made=made)), "//w:body/w:p[contains(., 'Still English')]")[0]
    assert find(fallen, "w:pPr/w:bidi/@w:val") == ["0"]
    assert find(fallen, "w:r/w:rPr/w:lang/@w:val") == ["en-GB"] and not find(fallen, "w:r/w:rPr/w:rtl")
    arabic = find(tree(parts(made=made)), "//w:body/w:p[contains(., 'عربي')]")[0]
    assert find(arabic, "w:pPr/w:bidi") and find(arabic, "w:r/w:rPr/w:rtl")
    assert find(arabic, "w:r/w:rPr/w:lang/@w:bidi") == ["ar-SA"]


def test_bold_is_bold_in_every_script() -> None:
    styles = tree(parts(), "word/styles.xml")
    for plain, complex_ in (("b", "bCs"), ("i", "iCs"), ("sz", "szCs")):
        for element in styles.iter(W + plain):
            assert element.getnext() is not None and element.getnext().tag == W + complex_


def test_korean_keeps_words_whole_and_has_its_font() -> None:
    found = parts(code="ko")
    styles = tree(found, "word/styles.xml")
    assert find(styles, "//w:rPrDefault//w:lang/@w:eastAsia") == ["ko-KR"]
    assert find(styles, "//w:pPrDefault//w:autoSpaceDE/@w:val") == ["0"]
    assert find(tree(found, "word/theme/theme1.xml"), "//a:minorFont/a:ea/@typeface") == ["Malgun Gothic"]
    assert not list(styles.iter(W + "i"))


def test_french_is_tagged_as_french() -> None:
    assert find(tree(parts(code="fr"), "word/styles.xml"), "//w:rPrDefault//w:lang/@w:val") == ["fr-FR"]


def test_the_theme_sets_every_colour() -> None:
    styles = parts()["word/styles.xml"].decode()
    assert f'w:val="{THEME.colours["primary"][1:]}" w:themeColor="accent1"' in styles
    changed = {**THEME.colours, "primary": "#123456"}
    made = edition()
    other = write(
        type(made)(
            made.section,
            made.library,
            made.language,
            made.languages,
            made.words,
            type(THEME)(THEME.name, THEME.folder, changed, THEME.fonts),
            "participant",
            made.volume,
        )
    )
    with zipfile.ZipFile(io.BytesIO(other.data)) as archive:
        for name in ("styles.xml", "document.xml", "theme/theme1.xml"):
            data = archive.read(f"word/{name}").decode()
            assert "123456" in data and "0B3C5D" not in data


def test_drawings_are_native_shapes_with_words_for_alt() -> None:
    root = tree(parts())
    assert "Two boxes joined by an arrow" in find(root, "//wp:docPr/@descr")
    assert len(find(root, "//wps:wsp")) == 6  # five shapes and the sheet behind them
    labels = [text_of(label) for label in find(root, "//wps:txbx")]
    assert labels == ["Plan", "Move", "Free words"]
    assert find(root, "//a:tailEnd/@type") == ["triangle"]
    assert find(root, "//a:custGeom//a:cubicBezTo") and find(root, "//a:custGeom//a:quadBezTo")


def test_drawings_are_mirrored_for_right_to_left_readers() -> None:
    def first_box(code: str) -> int:
        return int(find(tree(parts(code=code)), "//wps:wsp/wps:spPr[a:prstGeom/@prst='roundRect']/a:xfrm/a:off/@x")[0])

    assert first_box("en") < first_box("ar")
    figure = find(tree(parts(code="ar")), "//w:p[w:pPr/w:pStyle/@w:val='Figure']")[0]
    assert find(figure, "w:pPr/w:bidi/@w:val") == ["0"]


def test_pictures_are_stored_and_decorative_ones_say_so() -> None:
    found = parts()
    assert found["word/media/image1.png"] == PIXEL
    assert b"decorative" in found["word/document.xml"]


def test_text_is_made_safe_for_xml() -> None:
    made = (Paragraph(Text("x", (Plain("a < b & \x0b c"), Break(), Code("<w:p/>")))),)
    assert "a < b &  c<w:p/>" in text_of(tree(parts(made=made)))


@pytest.mark.parametrize("code", ["en", "ar"])
def test_spaces_at_the_ends_of_runs_are_kept(code: str) -> None:
    """Word drops them without xml:space (ISO 29500-1, 17.3.3.31); most runs have none and do without."""
    made = (Paragraph(Text("x", (Plain("ab "), Strong((Plain("cd"),)), Plain(" ef")))),)
    shown = tree(parts("participant", code, made)).iter(W + "t")
    marked = {run.text or "": run.get("{http://www.w3.org/XML/1998/namespace}space") for run in shown}
    loose = {words for words in marked if words != words.strip()}
    assert len(loose) >= 2 and {words for words, kept in marked.items() if kept == "preserve"} == loose


def test_numbered_lists_begin_again() -> None:
    numbers = find(tree(parts()), "//w:p/w:pPr/w:numPr/w:numId/@w:val")
    assert len(set(numbers)) == 2  # the topic's list, the resources' list
    overrides = find(tree(parts(), "word/numbering.xml"), "//w:num/w:lvlOverride/w:startOverride/@w:val")
    assert overrides and set(overrides) == {"1"}


def test_ragged_rows_are_filled_up() -> None:
    made = (Table((t("A"), t("B"), t("C")), (Row((t("1"),)),)),)
    table = find(tree(parts(made=made)), "//w:tbl[w:tblPr/w:tblStyle/@w:val='EmmTable']")[0]
    assert [len(row.findall(W + "tc")) for row in table.findall(W + "tr")] == [3, 3]


def test_nothing_for_facilitators_in_any_part_for_participants() -> None:
    everything = b"".join(parts().values())
    for secret in (b"NOTETEXT", b"EXPECTEDPOINT", b"RIGHTFEEDBACK", b"RATIONALE"):
        assert secret not in everything


def test_format_names_its_files() -> None:
    assert FORMAT.file_name(edition()) == "emm-2.6-en-participant.docx"
    assert FORMAT.keyed == frozenset({"facilitator"})
