"""The plan of a deck: which slides, what stands on them, what stays in the notes, and that it fits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from paper_samples import DRAWING, LANGUAGES, edition, items, t

from emmbuild import pipeline
from emmbuild.core.nodes import Box, Bullets, Figure, Heading, Item, Meta, Node, Notes, Paragraph, Quote, Row, Slide, Table
from emmbuild.core.text import Cite, Plain, Strong, Text
from emmbuild.plan import measure
from emmbuild.plan.deck import Deck, DeckSlide, Strip, plan_deck
from emmbuild.plan.deck.answers import TICK
from emmbuild.plan.deck.fit import atoms, balanced, fit
from emmbuild.plan.deck.prose import Context, headline, sentence_end
from emmbuild.writers.pptx import FORMAT
from emmbuild.writers.pptx.template import template_of

LONG = "Every office must agree before the first worker arrives, and somebody must write it down in plain words. "


def plan(*blocks: Node, code: str = "en") -> Deck:
    made = edition("facilitator", code, blocks or None)
    return plan_deck(made, template_of(made).stage)


def by_key(deck: Deck) -> dict[str, DeckSlide]:
    return {slide.key: slide for slide in deck.slides if slide.part == 1}


def notes(slide: DeckSlide) -> str:
    return "\n".join(para.plain for para in slide.notes)


def topic(*blocks: Node) -> tuple[Node, ...]:
    return (Heading(level=1, text=t("Why labour moves"), meta=Meta("why", minutes=10)), *blocks)


def slide(*words: str, layout: str = "bullets", title: str = "Two sides") -> Slide:
    return Slide(t(title), layout, ((Text(""), (Bullets(items(*words)),)),))


def test_a_section_gives_these_slides_in_this_order() -> None:
    deck = plan()
    assert [(found.key, found.layout) for found in deck.slides] == [
        ("2.6/title", "title"),
        ("2.6/objectives", "content"),
        ("2.6/guiding", "content"),
        ("2.6/agenda", "content"),
        ("why", "topic"),
        ("why/1", "content"),
        ("why/2", "statement"),
        ("why/3", "statement"),
        ("2.6.F1", "figure"),
        ("why/5", "figure"),
        ("2.6.T1", "table"),
        ("why/7", "statement"),
        ("2.6.C1", "content"),
        ("2.6.C1/questions", "content"),
        ("topic-2", "topic"),
        ("topic-2/1", "content"),
        ("2.6.W1", "content"),
        ("2.6.W1/1", "table"),
        ("2.6.Q1", "question"),
        ("2.6.Q1/answer", "question"),
        ("2.6/question-2", "matching"),
        ("2.6/question-2/answer", "matching"),
        ("2.6/question-3", "question"),
        ("2.6/question-3/answer", "question"),
        ("2.6/question-4", "question"),
        ("2.6/question-4/answer", "question"),
        ("2.6/question-5", "question"),
        ("2.6/question-5/answer", "question"),
        ("2.6/messages", "content"),
        ("2.6/resources", "content"),
        ("2.6/closing", "closing"),
    ]
    assert deck.diagnostics == ()


@pytest.mark.parametrize("code", LANGUAGES)
def test_keys_are_the_same_in_every_language(code: str) -> None:
    assert list(by_key(plan(code=code))) == list(by_key(plan()))


def test_titles_are_unique() -> None:
    twice = plan(*topic(slide("One"), slide("Two"), Slide(t("Why labour moves"), "statement", ())))
    for deck in (plan(), twice):
        titles = [found.title for found in deck.slides]
        assert len(set(titles)) == len(titles)


def test_no_word_for_facilitators_stands_on_a_slide_and_answers_only_on_their_own() -> None:
    deck = plan()
    surface = "\n".join(found.surface for found in deck.slides)
    for secret in ("EXPECTEDPOINT", "NOTETEXT", "RATIONALE", "RIGHTFEEDBACK", "remittance |"):
        assert secret not in surface
    spoken = "\n".join(notes(found) for found in deck.slides)
    for wanted in ("EXPECTEDPOINT", "SAY that NOTETEXT.", "RATIONALE", "RIGHTFEEDBACK", "2006"):
        assert wanted in spoken
    asked = "\n".join(found.surface for found in deck.slides if not found.key.endswith("/answer"))
    assert "2006" not in asked.replace("Glossary (2019)", "") and TICK not in asked


def test_the_slide_after_a_question_shows_the_answer() -> None:
    found = by_key(plan())
    shown = {key: [para.plain for para in one.slots["body"].paras] for key, one in found.items() if "/answer" in key}
    assert found["2.6.Q1/answer"].title == "Question 1 of 5 – Answer"
    right = [para for para in found["2.6.Q1/answer"].slots["body"].paras if TICK in para.plain]
    assert [para.plain for para in right] == [f"Right {TICK}"] and all(run.bold for para in right for run in para.runs)
    assert shown["2.6/question-3/answer"][1:] == ["B. Assess", "C. Sign", "A. Review"]
    pairs = found["2.6/question-2/answer"].slots
    assert [para.plain for para in pairs["body"].paras] == ["Quota", "Test"]
    assert [para.plain for para in pairs["body 2"].paras] == ["B. ceiling", "A. check"]
    assert any(line == f"{TICK} 2006" for lines in shown.values() for line in lines)


def test_where_keys_are_withheld_there_are_no_answer_slides() -> None:
    made = edition("participant")
    assert not [found for found in plan_deck(made, template_of(made).stage).slides if "/answer" in found.key]


def test_a_strip_says_where_we_are() -> None:
    strips = {found.key: found.strip for found in plan().slides if found.strip}
    assert list(strips) == ["why", "topic-2"]
    assert strips["topic-2"] == Strip(("1", "2"), 1, f"2 of 2: {by_key(plan())['topic-2'].title}")
    assert not [found for found in plan(*topic(slide("One"))).slides if found.strip]


def test_answers_in_the_notes_use_the_letters_of_the_slide() -> None:
    found = by_key(plan())
    assert "B. Right" in notes(found["2.6.Q1"])
    assert [para.plain for para in found["2.6/question-3"].slots["body"].paras] == [
        "Which one?",
        "Review",
        "Assess",
        "Sign",
    ]
    assert "B. Assess\nC. Sign\nA. Review" in notes(found["2.6/question-3"])
    assert "1. Quota = B. ceiling\n2. Test = A. check" in notes(found["2.6/question-2"])


def test_without_slides_of_the_author_first_sentences_become_bullets() -> None:
    words = Text("x", (Strong((Plain("Workers move"),)), Plain(" for pay. More is said later.")))
    deck = plan(*topic(Paragraph(words), Paragraph(t("States admit them. Why?"))))
    found = by_key(deck)["why/1"]
    assert [para.plain for para in found.slots["body"].paras] == ["Workers move for pay.", "States admit them."]
    assert found.slots["body"].paras[0].runs[0].bold
    assert "More is said later." in notes(found)
    assert "Why labour moves · 10 min" in notes(found)


def test_each_subheading_has_a_slide_of_its_own() -> None:
    deck = plan(*topic(Paragraph(t("First.")), Heading(level=2, text=t("Gains"), meta=Meta("gains")), Paragraph(t("Pay."))))
    assert by_key(deck)["gains"].title == "Gains"


def test_the_author_shapes_slides_and_the_text_goes_to_the_notes() -> None:
    say = Notes((Paragraph(t("SAY it.")),), meta=Meta(minutes=5))
    deck = plan(
        *topic(Paragraph(t("Before.")), slide("A", "B"), Paragraph(t("Between.")), slide("C"), say, Paragraph(t("After.")))
    )
    found = by_key(deck)
    assert list(found)[1:-1] == ["why", "why/1", "why/2"]
    assert "Before." in notes(found["why/1"]) and "Between." not in notes(found["why/1"])
    assert all(words in notes(found["why/2"]) for words in ("Between.", "After.", "SAY it.", "5 min"))


@pytest.mark.parametrize(
    ("layout", "slots"),
    [
        ("two-columns", {"body", "body 2"}),
        ("big-number", {"number", "body"}),
        ("statement", {"body"}),
        ("bullets", {"body"}),
    ],
)
def test_layouts_of_the_author(layout: str, slots: set[str]) -> None:
    found = by_key(plan(*topic(slide("One", "Two", "Three", layout=layout))))["why/1"]
    assert set(found.slots) - {"title", "kicker"} == slots


def test_a_citation_is_in_the_notes_only() -> None:
    words = Text("x", (Plain("Work moves "), Cite("iom2019", "p. 4"), Plain(".")))
    found = by_key(plan(*topic(Paragraph(words))))["why/1"]
    assert found.slots["body"].paras[0].plain == "Work moves."
    assert "Work moves (IOM, 2019, p. 4)." in notes(found)


def test_resources_are_named_in_full() -> None:
    assert by_key(plan())["2.6/resources"].slots["body"].paras[0].plain == "IOM (2019). Glossary. Start here."


def test_what_is_too_long_is_first_set_smaller_and_then_split() -> None:
    few, more, many = (by_key(plan(*topic(slide(*[LONG] * count))))["why/1"] for count in (3, 6, 20))
    assert few.slots["body"].sizes == () and more.parts == 1
    assert 18 <= more.slots["body"].sizes[0] < 28
    assert many.parts > 1 and many.slots["body"].sizes[0] >= 18


def test_parts_carry_the_same_key_and_a_count_in_the_title() -> None:
    deck = plan(*topic(slide(*[LONG] * 20)))
    parts = [found for found in deck.slides if found.key == "why/1"]
    assert [found.title for found in parts] == ["Two sides (1/2)", "Two sides (2/2)"]
    assert sum(len(found.slots["body"].paras) for found in parts) == 20


def test_numbering_goes_on_in_the_next_part() -> None:
    many = Slide(t("Steps"), "bullets", ((Text(""), (Bullets(items(*[LONG] * 20), ordered=True),)),))
    first, second = (f.slots["body"].paras for f in plan(*topic(many)).slides if f.key == "why/1")
    assert {para.start for para in first} == {1} and {para.start for para in second} == {len(first) + 1}


def test_a_text_that_no_slide_can_hold_is_named() -> None:
    endless = LONG.replace(".", ",") * 30
    deck = plan(*topic(Slide(t("Too much"), "bullets", ((Text(""), (Paragraph(t(endless)),)),))))
    (found,) = deck.diagnostics
    assert found.code == "DCK101" and "why/1" in found.message and "%" in found.hint


def test_a_paragraph_that_no_slide_can_hold_is_divided_between_sentences() -> None:
    words = Text("", (Plain(LONG * 14), Strong((Plain("And in bold. "),)), Plain(LONG * 14)))
    deck = plan(*topic(Slide(t("Much"), "bullets", ((Text(""), (Bullets((Item(words),)),)),))))
    assert deck.diagnostics == ()
    parts = [found.slots["body"].paras for found in deck.slides if found.key == "why/1"]
    shown = [para for paras in parts for para in paras]
    assert len(parts) > 1 and " ".join(para.plain for para in shown) == words.plain.strip()
    assert [para.mark for para in shown] == ["style"] + [""] * 28
    assert [run.bold for run in shown[14].runs] == [True]


def test_a_long_table_repeats_its_header() -> None:
    rows = tuple(Row((t(f"Row {n}"), t(LONG))) for n in range(14))
    parts = [f for f in plan(*topic(Table((t("Name"), t("What")), rows, meta=Meta("2.6.T9")))).slides if f.key == "2.6.T9"]
    assert len(parts) > 1
    assert all(f.grid and [cell.plain for cell in f.grid.header] == ["Name", "What"] for f in parts)
    assert sum(len(f.grid.rows) for f in parts if f.grid) == 14


def test_rows_of_a_table_all_have_the_cells_of_the_header() -> None:
    ragged = Table((t("A"), t("B")), (Row((t("1"),)), Row((t("1"), t("2"), t("3")))), meta=Meta("2.6.T9"))
    grid = by_key(plan(*topic(ragged)))["2.6.T9"].grid
    assert grid and {len(row) for row in grid.rows} == {2}


def test_a_table_that_is_filled_in_stays_in_the_workbook() -> None:
    found = by_key(plan())["2.6.W1"]
    assert "Clauses" in notes(found) and "The hardest point" in notes(found)
    assert not any("Housing" in f.surface for f in plan().slides)


def test_a_figure_keeps_its_drawing_and_its_words_for_those_who_cannot_see_it() -> None:
    found = by_key(plan(*topic(Figure(t("A plan, then a move."), t("The cycle. It repeats."), drawing=DRAWING))))["why/1"]
    assert found.title == "The cycle" and "A plan, then a move." in notes(found)


def test_text_that_fell_back_to_english_stays_english() -> None:
    said = Quote((Paragraph(t("Labour is not a commodity.", "en")),))
    found = by_key(plan(*topic(said), code="ar"))["why/1"]
    assert found.slots["body"].paras[0].language.code == "en"


def test_a_box_of_a_kind_unknown_to_decks_still_has_a_slide() -> None:
    found = by_key(plan(*topic(Box("new", t("Something new"), (Paragraph(t("Said here.")),)))))
    assert "Said here." in found["why/new"].surface


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One."),
        ("See Art. 7 of it. Then stop.", "See Art. 7 of it."),
        ("Use data, e.g. reports. Check.", "Use data, e.g. reports."),
        ("About 4.7 per cent. More.", "About 4.7 per cent."),
        ("“Is it?” she asked. No.", "“Is it?” she asked."),
        ("هل هذا صحيح؟ نعم.", "هل هذا صحيح؟"),
        ("No end", "No end"),
    ],
)
def test_first_sentences(text: str, first: str) -> None:
    assert text[: sentence_end(text)] == first


def test_a_headline_keeps_bold_words() -> None:
    made = edition("facilitator")
    para = Context(made, template_of(made).stage).para(Text("x", (Strong((Plain("Order"),)), Plain(" matters. More."))))
    assert [(run.text, run.bold) for run in headline(para).runs] == [("Order", True), (" matters.", False)]


def test_labels_stay_with_what_they_head() -> None:
    made = edition("facilitator")
    context = Context(made, template_of(made).stage)
    paras = [context.said("Head", role="label"), context.said("a"), context.said("b", level=1), context.said("c")]
    assert [[para.plain for para in atom] for atom in atoms(paras)] == [["Head", "a", "b"], ["c"]]


def test_parts_are_balanced() -> None:
    assert balanced([1, 1, 1, 1, 1, 1], 5) == [(0, 3), (3, 6)]


def test_fit_never_goes_below_the_floor() -> None:
    made = edition("facilitator")
    stage = template_of(made).stage
    para = Context(made, stage).said(LONG * 40)
    assert min(fit([para], stage.layouts["content"].slots["body"], "Calibri").sizes) >= 18
    assert min(fit([para], stage.layouts["content"].slots["title"], "Calibri", split=False).sizes[:1]) >= 24


@pytest.mark.parametrize(
    ("words", "family", "points"),
    [
        ("Migration and Labour", "Calibri", 175.4),
        ("Migration and Labour", "Arial", 189.0),
        ("هجرة العمال ولماذا لا", "Arial", 176.8),
        ("می‌خواهند کارگران را بپذیرند", "Arial", 237.8),
    ],
)
def test_widths_are_those_of_shaped_text(words: str, family: str, points: float) -> None:
    """The figures are HarfBuzz's (Pillow with raqm) for Carlito, Liberation Sans and DejaVu Sans at 20 points."""
    assert measure.width([(words, False)], 20, family) == pytest.approx(points, rel=0.02)


def test_arabic_letters_are_measured_in_their_joined_shapes() -> None:
    apart = sum(measure.width([(letter, False)], 20, "Arial") for letter in "سنبني")
    assert measure.width([("سنبني", False)], 20, "Arial") < 0.7 * apart


def test_lines_break_at_spaces_and_at_the_breaks_of_the_author() -> None:
    assert measure.lines([("one two", False)], 20, 200, "Calibri") == 1
    assert measure.lines([("one two", False)], 20, 40, "Calibri") == 2
    assert measure.lines([("one\ntwo", False)], 20, 200, "Calibri") == 2
    assert measure.lines([("Unbreakable" * 4, False)], 20, 100, "Calibri") > 3


@pytest.mark.parametrize("section", ["1.1", "2.6", "3.12"])
@pytest.mark.parametrize("language", ["en", "ar", "fr", "ko"])
def test_our_own_sections_fit(section: str, language: str, real: pipeline.Desk) -> None:
    made = real.edition_maker(section, language).edition(FORMAT, "facilitator")
    deck = plan_deck(made, template_of(made).stage)
    assert deck.diagnostics == ()
    assert len({found.title for found in deck.slides}) == len(deck.slides)
    source = real.edition_maker(section, "en").edition(FORMAT, "facilitator")
    assert list(by_key(deck)) == list(by_key(plan_deck(source, template_of(source).stage)))


def test_a_theme_may_change_the_family_that_is_measured() -> None:
    made = edition("facilitator")
    wide = replace(made.theme, fonts={**made.theme.fonts, "Latn": made.theme.fonts["Arab"]})
    assert template_of(replace(made, theme=wide)).stage.body == "Arial"
