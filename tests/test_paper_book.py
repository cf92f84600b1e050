"""Workbooks and guides of several sections; index, references by id, steps of a facilitator; where a note is cut."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from paper_samples import edition, t
from test_docx import NS, W, find, text_of, tree

from emmbuild import pipeline
from emmbuild.core.edition import Edition, Places
from emmbuild.core.nodes import Definition, Footnote, Heading, Meta, Notes, Paragraph
from emmbuild.core.text import FootnoteRef, Link, Plain, Strong, Text
from emmbuild.plan.document import Opening, plan, plan_book
from emmbuild.plan.document.leads import leads_of, segments
from emmbuild.plan.document.model import Document, Grid, Head, Indexed, Para
from emmbuild.readers import languages
from emmbuild.render.word import bound, word_file

OPENING = Opening(
    t("A workshop"), t("Tunis"), t("Two days."), ((t("Dates"), t("3 March")),), (Heading(level=1, text=t("Agenda")),)
)


def section(name: str, audience: str = "participant") -> Edition:
    made = edition(audience)
    front = replace(made.section.front, id=name, title=t(f"Section {name}"))
    return replace(made, section=replace(made.section, front=front))


def document_xml(document: Document, made: Edition) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(word_file(document, made).data)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def grids(document: Document, role: str) -> list[Grid]:
    return [piece for piece in document.pieces if isinstance(piece, Grid) and piece.role == role]


def test_a_book_has_its_sections_as_chapters_on_right_hand_pages() -> None:
    book = plan_book([section("2.6"), section("3.1")], OPENING)
    first = [piece.text.plain for piece in book.pieces if isinstance(piece, Head) and piece.level == 1]
    assert first[:4] == ["How to use this workbook", "Agenda", "2.6\u2002Section 2.6", "3.1\u2002Section 3.1"]
    assert first[4:] == ["Glossary", "Works cited", "Index of terms", "My action plan", "My notes"]
    assert [part.odd for part in book.parts] == [True, True, True, True, False, False]
    assert [head.level for head in book.outline if head.text.plain == "Why labour moves"] == [2, 2]
    assert book.cover.title.plain == "A workshop" and book.cover.facts[0][1].plain == "3 March"
    with pytest.raises(ValueError, match="needs a section"):
        plan_book([], OPENING)


def test_a_book_lists_each_term_and_each_work_once_and_numbers_on() -> None:
    book = plan_book([section("2.6"), section("3.1")], OPENING)
    terms = [piece.text.plain for piece in book.pieces if isinstance(piece, Para) and piece.style == "term"]
    works = [piece for piece in book.pieces if isinstance(piece, Para) and piece.style == "work"]
    assert terms == ["Émigré", "remittances"] and len(works) == 1
    questions = [p.label.plain for p in book.pieces if isinstance(p, Para) and p.style == "question" and p.marks]
    assert questions == [f"{n}." for n in (1, 2, 3, 4, 5)] * 2
    captions = [p.caption.label.plain for p in book.pieces if isinstance(p, Grid) and p.caption]
    assert captions == ["Table 1", "Table 2", "Table 3", "Table 4"]


def test_footnotes_of_two_sections_with_one_label_are_two() -> None:
    one = section("2.6")
    two = section("3.1")
    note = Footnote("one", Text("x", (Plain("Another note."),)))
    two = replace(two, section=replace(two.section, footnotes=(note,)))
    found = document_xml(plan_book([one, two], OPENING), one)
    notes = text_of(tree(found, "word/footnotes.xml"))
    assert "A note, see" in notes and "Another note." in notes
    assert find(tree(found), "//w:footnoteReference/@w:id") == ["1", "2"]


def test_each_part_has_its_running_title_and_starts_where_it_should() -> None:
    found = document_xml(plan_book([section("2.6"), section("3.1")], OPENING), section("2.6"))
    running = [text_of(tree(found, name)) for name in sorted(found) if name.startswith("word/header")]
    assert running[0] == "" and running[1:] == [
        f"{title}Participant workbook" for title in ("A workshop", "2.6  Section 2.6", "3.1  Section 3.1")
    ]
    root = tree(found)
    assert find(root, "//w:sectPr/w:type/@w:val") == ["nextPage", *["oddPage"] * 4, "nextPage", "nextPage"]
    assert find(root, "//w:sectPr/w:cols/@w:num") == ["2"]
    assert find(root, "//w:sectPr[w:titlePg]") == find(root, "//w:sectPr")[:1]


def test_a_bound_book_takes_the_pages_it_is_told() -> None:
    first, made = bound([section("2.6"), section("3.1")], OPENING)
    assert made.write(first).data == made.write(first).data
    told = made.write(replace(first, places=Places(pages={"h_glossary": 99, "h_2_6_glossary": 99}))).data
    with zipfile.ZipFile(io.BytesIO(told)) as opened:
        assert b"<w:t>99</w:t>" in opened.read("word/document.xml")


def test_the_index_names_where_terms_are_defined_and_used() -> None:
    made = (
        Heading(level=1, text=t("One"), meta=Meta("a")),
        Definition(t("Quota"), (Paragraph(t("A ceiling.")),)),
        Paragraph(t("A quota is simple; the quota is slow.")),
        Heading(level=1, text=t("Two"), meta=Meta("b")),
        Paragraph(t("Quotas are not the quota.")),
        Paragraph(t("The quota again.")),
    )
    entries = [piece for piece in plan(edition(made=made)).pieces if isinstance(piece, Indexed)]
    assert [(entry.term.plain, entry.letter, len(entry.marks)) for entry in entries] == [("Quota", "Q", 2)]
    document = plan(edition(made=made))
    marks = set(find(tree(document_xml(document, edition(made=made))), "//w:bookmarkStart/@w:name"))
    assert set(entries[0].marks) <= marks


def test_an_index_names_each_page_once() -> None:
    made = edition()
    document = plan(made)
    entry = next(piece for piece in document.pieces if isinstance(piece, Indexed) and piece.term.plain == "remittances")
    pages = dict.fromkeys(entry.marks, 7)
    root = tree(document_xml(document, replace(made, places=Places(pages=pages))))
    shown = next(p for p in find(root, "//w:p[w:pPr/w:pStyle/@w:val='Index1']") if "remittances" in text_of(p))
    assert text_of(shown) == "remittances  7"


@pytest.mark.parametrize(
    ("code", "words", "wanted"),
    [
        ("fr", ["zone", "éthique", "cote", "côté", "cœur"], ["cœur", "cote", "côté", "éthique", "zone"]),
        ("fa", ["کار", "پناه", "گروه", "بخش", "قانون"], ["بخش", "پناه", "قانون", "کار", "گروه"]),
        ("ar", ["الهجرة", "العمل", "اتفاق"], ["اتفاق", "العمل", "الهجرة"]),
        ("bs", ["ljudi", "lutka", "čas", "cilj", "žena", "zid"], ["cilj", "čas", "lutka", "ljudi", "zid", "žena"]),
        ("es", ["nube", "ñandú", "oso"], ["nube", "ñandú", "oso"]),
        ("ko", ["하나", "가나", "나라"], ["가나", "나라", "하나"]),
    ],
)
def test_glossary_and_index_stand_in_the_order_of_the_language(code: str, words: list[str], wanted: list[str]) -> None:
    made = tuple(Definition(t(word), (Paragraph(t("x")),)) for word in words)
    sample = replace(edition(made=made), language=languages.load()[code])
    pieces = plan(sample).pieces
    assert [piece.text.plain for piece in pieces if isinstance(piece, Para) and piece.style == "term"] == wanted
    assert [piece.term.plain for piece in pieces if isinstance(piece, Indexed)] == wanted


def test_a_particle_or_an_article_may_touch_the_id_of_a_block() -> None:
    made = edition()
    for words, shown in (("2.6.F1을 보고", "1을 보고"), ("ب2.6.T1", "ب1"), ("2.6.F1a 2.6.F1.b", "2.6.F1a 2.6.F1.b")):
        body = (Paragraph(Text("x", (Plain(words),))), *made.section.blocks)
        changed = replace(made, section=replace(made.section, blocks=body))
        paragraphs = tree(document_xml(plan(changed), changed)).iter(f"{W}p")
        assert shown in [text_of(paragraph) for paragraph in paragraphs]


def test_ids_in_text_show_what_the_reader_finds_and_where() -> None:
    words = "Show Figure 2.6.F1 and Table 2.6.T1 in 2.6.C1; not 2.6.T9, 12.6.F1 or 2.6."
    made = edition("facilitator")
    body = (Paragraph(Text("x", (Plain(words), Link("#2.6.T1", (Plain("this"),))))), *made.section.blocks)
    made = replace(made, section=replace(made.section, blocks=body))
    document = plan(made)
    shown = find(tree(document_xml(document, made)), "//w:p[starts-with(., 'Show Figure')]")[0]
    assert text_of(shown) == "Show Figure 1 and Table 1 in “The orchards”; not 2.6.T9, 12.6.F1 or 2.6.this"
    codes = [code.text.strip() for code in shown.iter(W + "instrText")]
    assert codes == [r"REF f_2_6_F1 \h", r"REF t_2_6_T1 \h"]
    told = replace(made, places=Places(pages={"f_2_6_F1": 4, "t_2_6_T1": 5}))
    again = find(tree(document_xml(document, told)), "//w:p[starts-with(., 'Show Figure')]")[0]
    assert "Show Figure 1 (page 4) and Table 1 (page 5) in" in text_of(again) and "this (page 5)" in text_of(again)


def test_the_bookmark_of_a_caption_holds_its_number_alone() -> None:
    root = tree(document_xml(plan(edition()), edition()))
    paragraph = root.xpath("//w:p[w:bookmarkStart/@w:name='t_2_6_T1']", namespaces=NS)[0]
    start = next(child for child in paragraph if child.get(W + "name") == "t_2_6_T1")
    inside = []
    for element in start.itersiblings():
        if element.tag == W + "bookmarkEnd":
            break
        inside.append(text_of(element))
    assert "".join(inside) == "1"


def test_steps_hold_minutes_words_method_slides_and_pages() -> None:
    made = edition("facilitator")
    slides = {"2.6/title": 1, "why": 5, "why/1": 6, "2.6.F1": 7, "2.6.C1": 9, "2.6.C1/questions": 10}
    made = replace(made, places=Places(slides, {}, {"h_why": 3, "h_2_6_C1": 8}))
    steps = grids(plan(made), "steps")[0]
    assert [text.plain for text in steps.header] == ["Min", "Do and say", "Method", "Slides", "Workbook"]
    assert [tuple(cell.plain for cell in row) for row in steps.rows] == [
        ("5", "Present the topic with slides 5–7.", "Presentation", "5–7", "3"),
        ("5", "SAY that NOTETEXT.", "Discussion", "", ""),
        ("", "DO wait.", "", "", ""),
        ("30", "Case study: The orchards", "Case study", "9–10", "8"),
        ("", "Next: Next topic", "", "", ""),
    ]
    assert [text.plain for text in grids(plan(edition("facilitator")), "steps")[0].header] == [
        "Min",
        "Do and say",
        "Method",
    ]
    assert not grids(plan(edition()), "steps")


def test_a_guide_prepares_the_session() -> None:
    document = plan(edition("facilitator"))
    facts = {row[0].plain: row[1].plain for row in grids(document, "facts")[0].rows if row[0]}
    assert facts["Purpose"] == "What it is about." and "Room" in facts and "Materials" in facts
    boxes = [piece.text.plain for piece in document.pieces if isinstance(piece, Para) and piece.box]
    assert any("Print workbooks" in words for words in boxes)
    shown = "\n".join(text.plain for piece in document.pieces for text in _words(piece))
    assert "Leave out first (5 min): Next topic" in shown and "Then (30 min): Case study: The orchards" in shown
    assert not grids(plan(edition()), "facts")


def _words(piece: object) -> list[Text]:
    from emmbuild.core.walk import texts

    return list(texts(piece))


@pytest.mark.parametrize(
    ("code", "note", "cut"),
    [
        (
            "en",
            "DO ask. SAY it. Expected points: one. Pitfall: two. If time is short, skip.",
            ["DO", "SAY", "Expected points", "Pitfall", "If time is short"],
        ),
        (
            "fr",
            "FAIRE : voir. Points attendus : un. Écueil : deux. Si le temps manque, omettre.",
            ["FAIRE", "Points attendus", "Écueil", "Si le temps manque"],
        ),
        (
            "ar",
            "افعل: اسأل. قل إن ذلك صحيح. المحذور: نقاش. وإذا ضاق الوقت فتجاوز.",
            ["افعل", "قل", "المحذور", "وإذا ضاق الوقت"],
        ),
        (
            "ko",
            "하기: 묻습니다. 예상 답변: 하나. 주의할 점: 둘. 시간이 부족하면 뺍니다.",
            ["하기", "예상 답변", "주의할 점", "시간이 부족하면"],
        ),
        ("en", "We DO this. Nothing is cut.", []),
    ],
)
def test_notes_are_cut_where_a_sentence_says_what_it_is(code: str, note: str, cut: list[str]) -> None:
    words = edition(code=code).words if code in ("en", "fr", "ar", "ko") else edition().words
    parts = list(segments(Text(note, (Plain(note),)), leads_of(words)))
    labels = [part.inlines[0].children[0] for part in parts if isinstance(part.inlines[0], Strong)]
    assert [label.text for label in labels if isinstance(label, Plain)] == cut
    assert "".join(part.plain.replace(" ", "") for part in parts) == note.replace(" ", "")


def test_notes_that_hold_more_than_words_stay_panels() -> None:
    from emmbuild.core.nodes import Row, Table

    made = (Heading(level=1, text=t("T"), meta=Meta("a")), Notes((Table((t("A"),), (Row((t("1"),)),)),)))
    document = plan(edition("facilitator", made=made))
    assert len(grids(document, "steps")[0].rows) == 1
    assert any(getattr(piece, "role", "") == "note" for piece in document.pieces)


def test_real_guides_name_slides_that_show_the_topic(real: pipeline.Desk) -> None:
    from emmbuild.plan.deck import plan_deck
    from emmbuild.writers.pptx.template import template_of

    formats = pipeline.formats()
    for code in ("en", "ar"):
        maker = real.edition_maker("2.6", code)
        shown = maker.edition(formats["pptx"], "facilitator")
        slides = plan_deck(shown, template_of(shown).stage).slides
        guide = maker.edition(formats["docx"], "facilitator")
        tables = grids(plan(guide), "steps")
        topics = [block for block in guide.section.blocks if isinstance(block, Heading) and block.level == 1]
        assert len(tables) == len(topics) > 5
        for topic, table in zip(topics, tables, strict=True):
            first = int(table.rows[0][3].plain.split("–")[0])
            assert slides[first - 1].title == topic.text.plain


def test_a_book_keeps_the_reader_apart() -> None:
    found = b"".join(document_xml(plan_book([section("2.6"), section("3.1")], OPENING), section("2.6")).values())
    for secret in (b"NOTETEXT", b"EXPECTEDPOINT", b"RIGHTFEEDBACK", b"RATIONALE", b"Preparing the session"):
        assert secret not in found
    whole = b"".join(document_xml(plan_book([section("2.6", "facilitator")], OPENING), section("2.6")).values())
    assert b"EXPECTEDPOINT" in whole and b"RATIONALE" in whole


def test_footnote_labels_are_untouched_where_there_are_none() -> None:
    alone = replace(section("2.6"), section=replace(section("2.6").section, footnotes=()))
    body = (Paragraph(Text("x", (Plain("see"), FootnoteRef("gone")))),)
    alone = replace(alone, section=replace(alone.section, blocks=body))
    assert not find(tree(document_xml(plan_book([alone], OPENING), alone)), "//w:footnoteReference")
