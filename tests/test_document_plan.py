"""The plan of a document: order, numbers, labels; nothing a participant must not see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from paper_samples import edition, t

from emmbuild.core.nodes import Box, Bullets, Heading, Item, Meta, Notes, Paragraph, WriteSpace
from emmbuild.core.text import Strong
from emmbuild.core.walk import nodes, texts
from emmbuild.plan.document import plan
from emmbuild.plan.document.model import Document, Grid, Head, Illustration, Lines, Listing, Panel, Para, Rule


def words(document: Document) -> str:
    return "\n".join(text.plain for text in texts(document))


def heads(document: Document) -> list[str]:
    return [piece.text.plain for piece in document.pieces if isinstance(piece, Head)]


def panels(document: Document, role: str) -> list[Panel]:
    return [piece for piece in document.pieces if isinstance(piece, Panel) and piece.role == role]


def test_parts_stand_in_order() -> None:
    document = plan(edition())
    assert heads(document) == [
        "How to use this workbook",
        "Learning objectives",
        "Guiding questions",
        "Why labour moves",
        "The orchards",
        "Next topic",
        "Part of it",
        "An agreement",
        "Knowledge check",
        "Key messages",
        "Top 1",
        "Glossary",
        "Works cited",
        "Index of terms",
        "My action plan",
        "My notes",
    ]
    assert document.parts[0].odd and not document.parts[1].odd
    assert isinstance(document.pieces[-1], Lines)
    assert [head.level for head in document.outline if head.text.plain in ("Next topic", "Part of it")] == [1, 2]


def test_bookmarks_are_unique_names_for_word() -> None:
    long = "x" * 80
    made = (
        Heading(level=1, text=t("a"), meta=Meta(long)),
        Heading(level=1, text=t("b"), meta=Meta(long)),
        Heading(level=1, text=t("c"), meta=Meta("2.6.é")),
    )
    names = [head.bookmark for head in plan(edition(made=made)).outline]
    assert len(set(names)) == len(names)
    assert all(len(name) <= 40 and name.replace("_", "").isalnum() and name.isascii() for name in names)


def test_participants_get_no_notes_and_no_answers() -> None:
    shown = words(plan(edition()))
    for secret in ("NOTETEXT", "EXPECTEDPOINT", "RIGHTFEEDBACK", "RATIONALE", "2006", "remittance |", "SLIDETEXT"):
        assert secret not in shown
    assert not panels(plan(edition()), "note") and not panels(plan(edition()), "key")


def test_participants_get_no_notes_even_if_the_tree_held_some() -> None:
    leak = (Box("case", t("A case"), (Notes((Paragraph(t("NOTETEXT")),)),)),)
    assert "NOTETEXT" not in words(plan(edition(made=leak)))


def test_facilitators_get_notes_points_and_keys() -> None:
    document = plan(edition("facilitator"))
    shown = words(document)
    for needed in ("NOTETEXT", "EXPECTEDPOINT", "RIGHTFEEDBACK", "RATIONALE"):
        assert needed in shown
    assert [key.title.plain for key in panels(document, "key")] == [
        "Answer: B",
        "Answer: 1 – B, 2 – A",
        "Answer: B, C, A",
        "Answer: remittances, remittance",
        "Answer: 2006 (± 1)",
    ]
    steps = next(piece for piece in document.pieces if isinstance(piece, Grid) and piece.role == "steps")
    assert [row[0].plain for row in steps.rows][:3] == ["5", "5", ""]


def test_answers_in_the_key_are_those_that_the_page_shows() -> None:
    document = plan(edition("facilitator"))
    matching, ordering = (piece for piece in document.pieces if isinstance(piece, Grid) and piece.role == "match")
    assert [row[2].plain for row in matching.rows] == ["A\u2002check", "B\u2002ceiling"]  # 1 Quota = ceiling = B
    assert [row[1].plain for row in ordering.rows] == ["A\u2002Review", "B\u2002Assess", "C\u2002Sign"]


def test_a_participant_sees_the_same_order_as_the_key_speaks_of() -> None:
    def shown(audience: str) -> list[tuple[str, ...]]:
        grids = [piece for piece in plan(edition(audience)).pieces if isinstance(piece, Grid) and piece.role == "match"]
        return [tuple(cell.plain for cell in row) for grid in grids for row in grid.rows]

    assert shown("participant") == shown("facilitator")


def test_timing_table_adds_up_by_priority() -> None:
    document = plan(edition("facilitator"))
    timing = next(piece for piece in document.pieces if isinstance(piece, Grid) and piece.role == "timing")
    rows = [tuple(cell.plain for cell in row) for row in timing.rows]
    assert rows[0] == ("Why labour moves", "10", "must", "O1")
    assert rows[1] == ("Case study: The orchards", "30", "should", "")
    assert [row[1] for row in rows[-3:]] == ["70", "100", "105"]
    assert timing.totals == 3
    assert not any(isinstance(piece, Grid) and piece.role == "timing" for piece in plan(edition()).pieces)


def test_only_participants_get_room_to_write() -> None:
    made = (
        Box(
            "case",
            t("A case"),
            (Bullets((Item(t("Who?"), meta=Meta("q")),), True, "questions"), WriteSpace(t("Why?"), 4, meta=Meta("f"))),
        ),
    )
    lines = [piece for piece in plan(edition(made=made)).pieces if isinstance(piece, Lines)]
    assert [(piece.count, piece.field) for piece in lines[:2]] == [(3, "q"), (4, "f")]
    document = plan(edition("facilitator", made=made))
    assert not any(isinstance(piece, Lines) for piece in document.pieces)
    assert "Participants write: Why?" in words(document)


def test_tables_to_fill_are_tall_for_participants_only() -> None:
    def roles(audience: str) -> list[str]:
        return [piece.role for piece in plan(edition(audience)).pieces if isinstance(piece, Grid) and piece.caption]

    assert roles("participant") == ["data", "fill"]
    assert roles("facilitator") == ["data", "data"]


def test_figures_and_tables_are_numbered() -> None:
    pieces = plan(edition()).pieces
    captions = [piece.caption for piece in pieces if isinstance(piece, Grid | Illustration) and piece.caption]
    assert [caption.label.plain for caption in captions] == ["Figure 1", "Table 1", "Table 2"]


def test_say_and_do_become_labels_in_the_guide() -> None:
    box = (Box("worksheet", t("A sheet"), (Notes((Paragraph(t("SAY it.")), Bullets((Item(t("DO wait.")),)))),)),)
    note = panels(plan(edition("facilitator", made=box)), "note")[0]
    say, do = note.pieces
    assert isinstance(say, Para) and say.text.inlines[0] == Strong(t("SAY").inlines)
    assert isinstance(do, Listing) and do.entries[0].text.inlines[0] == Strong(t("DO").inlines)
    assert say.text.plain == "SAY it."


def test_objectives_carry_their_short_ids() -> None:
    panel = panels(plan(edition()), "objectives")[0]
    listing = panel.pieces[0]
    assert isinstance(listing, Listing) and listing.entries[0].label.plain == "O1"


def test_glossary_holds_the_terms_in_order() -> None:
    terms = [piece.text.plain for piece in plan(edition()).pieces if isinstance(piece, Para) and piece.style == "term"]
    assert terms == ["Émigré", "remittances"]


def test_bibliography_holds_cited_works_only() -> None:
    works = [piece.text for piece in plan(edition()).pieces if isinstance(piece, Para) and piece.style == "work"]
    assert [work.plain for work in works] == ["IOM (2019). Glossary."]
    assert works[0].lang == "en"


def test_resources_spell_their_works_out() -> None:
    listing = next(piece for piece in reversed(plan(edition()).pieces) if isinstance(piece, Listing))
    entry = listing.entries[0]
    assert (entry.source.plain, entry.source.lang, entry.text.plain) == ("IOM (2019). Glossary.", "en", " Start here.")


def test_a_case_inside_a_topic_ends_with_a_rule() -> None:
    case = Box("case", t("A case"), (Paragraph(t("x")),))
    topic = Heading(level=1, text=t("Topic"))
    inside = plan(edition(made=(topic, case, Paragraph(t("more"))))).pieces
    assert [piece.level for piece in inside if isinstance(piece, Head)][1:3] == [1, 2]
    assert any(isinstance(piece, Rule) for piece in inside)
    last = plan(edition(made=(topic, Paragraph(t("text")), case, topic))).pieces
    assert [piece.level for piece in last if isinstance(piece, Head)][1:4] == [1, 1, 1]
    assert not any(isinstance(piece, Rule) for piece in last)


@pytest.mark.parametrize("audience", ["participant", "facilitator"])
def test_a_section_without_blocks_still_makes_a_document(audience: str) -> None:
    document = plan(edition(audience, made=()))
    assert document.cover.title.plain == "Migration and Labour"


def test_words_that_fell_back_keep_their_language() -> None:
    made = (Paragraph(t("English words", "en")),)
    paras = [piece for piece in plan(edition(code="ar", made=made)).pieces if isinstance(piece, Para)]
    assert paras[0].text.lang == "en"


def test_the_plan_shares_nothing_with_the_tree_it_came_from() -> None:
    source = edition("facilitator")
    before = replace(source.section)
    plan(source)
    assert source.section == before
    assert list(nodes(source.section.blocks))
