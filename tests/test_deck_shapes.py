"""Slides of steps, and backup slides that the show leaves out."""

from __future__ import annotations

import io

import pytest
from paper_samples import LANGUAGES, edition, items, t
from pptx import Presentation

from emmbuild.core.nodes import Bullets, Heading, Meta, Node, Row, Slide, Table
from emmbuild.core.text import EMPTY
from emmbuild.plan.deck import Deck, plan_deck
from emmbuild.writers.pptx import write
from emmbuild.writers.pptx.template import template_of


def slide(layout: str, *words: str, priority: str = "must") -> Slide:
    return Slide(t("Steps"), layout, ((EMPTY, (Bullets(items(*words)),)),), meta=Meta(priority=priority))


def blocks(*more: Node) -> tuple[Node, ...]:
    return (Heading(level=1, text=t("Topic"), meta=Meta("topic")), *more)


def plan(*more: Node, code: str = "en") -> Deck:
    made = edition("facilitator", code, blocks(*more))
    return plan_deck(made, template_of(made).stage)


@pytest.mark.parametrize("code", LANGUAGES)
def test_steps_stand_in_the_order_of_reading(code: str) -> None:
    data = write(edition("facilitator", code, blocks(slide("process", "Plan", "Move", "Return")))).data
    deck = Presentation(io.BytesIO(data))
    (found,) = [one for one in deck.slides if one.name == "topic/1"]
    (group,) = [shape for shape in found.shapes if shape.shape_type == 6]
    places = {shape.text_frame.text.strip("\u200e"): shape.left for shape in group.shapes if shape.has_text_frame}
    order = sorted((place, words) for words, place in places.items() if words in ("Plan", "Move", "Return"))
    assert [words for _, words in order] == (
        ["Return", "Move", "Plan"] if LANGUAGES[code].rtl else ["Plan", "Move", "Return"]
    )
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == "Plan → Move → Return"
    assert "Move" in found.notes_slide.notes_text_frame.text


def test_too_many_steps_stay_a_list() -> None:
    deck = plan(slide("process", *(f"Step {number}" for number in range(9))))
    (found,) = [one for one in deck.slides if one.key == "topic/1"]
    assert found.layout == "content" and len(found.slots["body"].paras) == 9


@pytest.mark.parametrize("code", LANGUAGES)
def test_what_could_be_shown_is_hidden_and_says_so(code: str) -> None:
    table = Table((t("A"), t("B")), (Row((t("1"), t("2"))),), t("Spare"), meta=Meta("2.6.T9", priority="could"))
    more = (slide("bullets", "Kept"), slide("bullets", "Spare words", priority="could"), table)
    deck = plan(*more, code=code)
    assert {one.key for one in deck.slides if one.hidden} == {"topic/2", "2.6.T9"}
    data = write(edition("facilitator", code, blocks(*more))).data
    shown = {one.name: one._element.get("show") for one in Presentation(io.BytesIO(data)).slides}
    assert shown["topic/2"] == "0" and shown["2.6.T9"] == "0" and shown["topic/1"] is None
    kicker = next(one for one in deck.slides if one.key == "2.6.T9").slots["kicker"].paras[0].plain
    assert kicker.startswith("Topic · ") and len(kicker) > len("Topic · ")
