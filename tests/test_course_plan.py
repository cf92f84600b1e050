"""The plan of a learning package: which screens, in which order, with which names, and how large its state gets."""

from __future__ import annotations

import pytest
from course_samples import edition, questions, words_in

from emmbuild.core.nodes import Box, Heading, Meta, Notes, Option, Paragraph, Question
from emmbuild.core.text import EMPTY, words_of
from emmbuild.plan.course import Rules, key_of, plan_course, right_answer, short_id
from emmbuild.plan.course_state import codes
from emmbuild.plan.programme import Programme, plan_programme


def topic(name: str) -> Heading:
    return Heading(level=1, text=words_of(name), meta=Meta(id=f"9.1/{name}"))


def case(name: str) -> Box:
    return Box(role="case", title=words_of(name), children=(Paragraph(text=words_of("…")),), meta=Meta(id=f"9.1.{name}"))


def line(words: str) -> Paragraph:
    return Paragraph(text=words_of(words))


def screens(*blocks: object) -> list[str]:
    return [screen.id for screen in plan_course(edition(made=blocks)).screens]  # type: ignore[arg-type]


def test_screens_come_in_the_order_of_reading_with_stable_names():
    found = [(screen.id, screen.kind) for screen in plan_course(edition()).screens]
    questions_of = [(f"Q{n}", "question") for n in range(1, 8)]
    assert found[:4] == [("welcome", "welcome"), ("first-topic", "topic"), ("C1", "case"), ("first-topic-2", "topic")]
    assert found[4:] == [
        ("second-topic", "topic"),
        ("W1", "worksheet"),
        *questions_of,
        ("result", "result"),
        ("close", "close"),
    ]


def test_a_topic_goes_on_after_a_case_only_where_something_stands_in_it():
    assert screens(topic("a"), line("x"), case("C1"), case("C2"), topic("b"), line("y")) == [
        "welcome", "a", "C1", "C2", "b", "close",
    ]  # fmt: skip
    assert screens(topic("a"), line("x"), case("C1"), line("y"), case("C2"), line("z")) == [
        "welcome", "a", "C1", "a-2", "C2", "a-3", "close",
    ]  # fmt: skip


def test_key_messages_close_the_course_wherever_they_stand():
    messages = Box(role="messages", title=words_of("m"), children=(line("x"),))
    plan = plan_course(edition(made=(messages, topic("a"), line("x"))))
    assert [s.id for s in plan.screens] == ["welcome", "a", "close"]
    assert plan.screens[-1].blocks == (messages,)


def test_names_are_used_once():
    assert screens(topic("a"), line("x"), topic("a"), line("y")) == ["welcome", "a", "a-2", "close"]


def test_there_are_always_two_screens_so_that_opening_cannot_complete():
    assert screens() == ["welcome", "close"]


def test_words_before_the_questions_stand_on_the_screen_of_the_first():
    plan = plan_course(edition())
    first, second = plan.questions[:2]
    assert len(first.blocks) == 1 and not second.blocks


def test_a_facilitators_note_never_reaches_a_learner():
    with pytest.raises(AssertionError):
        plan_course(edition(made=(Notes(children=(line("secret"),)),)))


def test_ids_for_lmss_are_plain():
    assert key_of("2.6.Q1") == "2_6_Q1"
    assert short_id("2.6.A1.F1", "2.6") == "A1-F1"
    assert short_id("2.6/why", "2.6") == "why"


def test_right_answers_of_every_kind():
    asked = questions(words_in("en"))
    assert [right_answer(q) for q in asked] == [
        ("b",), ("b", "c"), ("b",), ("aa", "bb", "cc"), ("a", "b", "c"), ("remittances", "remittance"), ("2006",),
    ]  # fmt: skip


def test_a_question_without_a_right_answer_is_an_error():
    bad = Question(kind="single", stem=(), options=(Option("a", EMPTY),), meta=Meta(id="9.1.Q1"))
    assert [d.code for d in plan_course(edition(made=(bad,))).diagnostics] == ["PKG103"]


def test_points_and_mastery():
    plan = plan_course(edition(), Rules(mastery=60))
    assert (plan.points, plan.rules.mastery) == (10, 60)
    assert [o.key for o in plan.objectives] == ["9_1_O1", "9_1_O2"]


def programme(*sections: str, standard: str = "scorm12", blocks: tuple[object, ...] | None = None) -> Programme:
    made = [edition(made=blocks, identifier=name) for name in sections]  # type: ignore[arg-type]
    return plan_programme("sample", words_of("A sample"), made, standard, home=len(sections) > 1)


def test_state_of_a_usual_section_is_small():
    plan = programme("9.1")
    assert plan.state_size < 350
    assert plan.diagnostics == ()


def fill_ins(count: int) -> tuple[Question, ...]:
    fill = questions(words_in("en"))[5]
    asked = (
        Question(kind="fill-in", stem=(), answers=fill.answers, meta=Meta(id=f"9.1.Q{n}")) for n in range(1, count + 1)
    )
    return tuple(asked)


@pytest.mark.parametrize(("count", "standard", "found"), [(36, "scorm12", []), (37, "scorm12", ["PKG102"]),
    (39, "scorm12", ["PKG101"]), (39, "scorm2004", []), (600, "scorm2004", ["PKG101"]), (600, "cmi5", [])])  # fmt: skip
def test_a_state_that_no_lms_would_keep_is_refused(count: int, standard: str, found: list[str]):
    plan = programme("9.1", standard=standard, blocks=fill_ins(count))
    assert [d.code for d in plan.diagnostics] == found, plan.state_size


def test_the_largest_section_of_a_menu_is_named():
    plan = programme(*(f"9.{n}" for n in range(1, 20)))
    assert [d.code for d in plan.diagnostics] == ["PKG101"]
    assert "for 9.1" in plan.diagnostics[0].message and "multi" in plan.diagnostics[0].hint
    assert programme(*(f"9.{n}" for n in range(1, 12))).diagnostics == ()


def test_ids_of_several_sections_are_apart_and_codes_stay_the_same():
    one, several = programme("9.1"), programme("9.1", "9.2")
    assert several.screens == 2 * one.screens + 1
    ids = [screen.id for course in several.courses for screen in course.screens]
    assert len(set(ids)) == len(ids) and ids[0] == "s9-1-welcome"
    assert [s.code for s in several.courses[0].screens] == [s.code for s in one.courses[0].screens]


def test_codes_do_not_depend_on_what_else_there_is():
    many = [f"screen-{n}" for n in range(100)]
    assert codes(many)["screen-7"] == codes(["screen-7"])["screen-7"] != codes(["screen-8"])["screen-8"]
    crowd = codes([f"screen-{n}" for n in range(3000)])
    assert len(set(crowd.values())) == 3000
