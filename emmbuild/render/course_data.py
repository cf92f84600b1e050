"""course.js: what the player knows about a course — screens, keys, feedback, rules, words.

A script that sets one value, so that it also loads from file:// where nothing may be fetched.
"""

from __future__ import annotations

import json
from collections.abc import Container, Iterator, Sequence

from emmbuild.core import walk
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Definition, Option, Pair, Question
from emmbuild.core.text import Text
from emmbuild.core.walk import texts
from emmbuild.plan.course import Screen, key_of, right_answer
from emmbuild.plan.programme import Programme
from emmbuild.render.html import blocks, plain
from emmbuild.render.html_text import Page, span
from emmbuild.render.lom import facts_of
from emmbuild.render.outline import goals_of

SAID = (
    "about-lms",
    "about-no-lms",
    "again",
    "answer-first",
    "check",
    "complete",
    "left",
    "mastery",
    "next",
    "no-lms",
    "no-storage",
    "not-passed",
    "not-right",
    "not-yet",
    "objective",
    "objective-begun",
    "objective-done",
    "objective-new",
    "open-questions",
    "open-screens",
    "passed",
    "percent",
    "place",
    "points-of",
    "progress",
    "question-column",
    "refused",
    "right",
    "right-answer",
    "right-is",
    "slow",
    "elsewhere",
    "damaged-state",
    "seen",
    "state",
    "why",
    "your-answer",
    "certificate",
    "close-pop-up",
    "certificate-date",
    "certificate-not-yet",
    "section",
    "test-asked",
    "test-begin",
    "test-no",
    "test-none",
    "test-refused",
    "test-short",
    "test-yes",
    "whole-complete",
)
DESCRIPTION = 250  # SPM of localized strings in cmi.interactions (SCORM 2004 4th ed. RTE 4.2.9)


def course_js(programmes: Sequence[Programme], standard: str) -> str:
    """The script of the main language. `<` is escaped so that no text can end the script it may be copied into."""
    return f"window.emm = {{course: {_json(_data(programmes[0], programmes, standard))}}};\n"


def language_js(programme: Programme, programmes: Sequence[Programme], standard: str, body: str) -> str:
    """The script that brings another language: its data and what stands in the page's body."""
    page = {"body": body, "course": _data(programme, programmes, standard)}
    return f"window.emm.pages[{_json(programme.edition.language.code)}] = {_json(page)};\n"


def _json(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _data(programme: Programme, programmes: Sequence[Programme], standard: str) -> dict[str, object]:
    words, language = programme.edition.words, programme.edition.language
    sections = list(enumerate(zip(programme.editions, programme.courses, strict=True)))
    known = {goal.id for course in programme.courses for goal in course.objectives}
    return {
        "id": programme.id,
        "key": programme.key,
        "version": facts_of([programme]).version,
        "standard": standard,
        "lang": language.tag,
        "code": language.code,
        "dir": language.direction,
        "title": plain(programme.title),
        "numbers": language.digits,
        "digits": "".join(words.number(n) for n in range(10)),
        "home": programme.home,
        "certificate": all(edition.section.front.certificate for edition in programme.editions),
        "size": programme.state_size,
        "rules": {"mastery": programme.rules.mastery, "failed": programme.rules.failed},
        "languages": [
            {"code": lang.code, "tag": lang.tag, "dir": lang.direction} for lang in (p.edition.language for p in programmes)
        ],
        "parts": [
            {"key": course.key, "title": plain(course.title), "mastery": course.rules.mastery}
            for course in programme.courses
        ],
        "screens": [_screen(screen, n, known) for n, (_, course) in sections for screen in course.screens],
        "goals": [{"key": key, "text": text} for key, text in goals_of(programme)],
        "objectives": [
            {"id": o.id, "key": o.key, "text": plain(o.text, DESCRIPTION), "part": n}
            for n, (_, course) in sections
            for o in course.objectives
        ],
        "questions": [_question(edition, s, n, known) for n, (edition, course) in sections for s in course.questions],
        "terms": [term for n, (edition, _) in sections for term in _terms(edition, n)],
        "words": {name: _template(programme.edition, name) for name in SAID},
    }


def _terms(edition: Edition, number: int) -> Iterator[dict[str, object]]:
    """The terms that the section defines, each with its definition."""
    page = Page(edition, "term")
    for node in walk.nodes(edition.section.blocks):
        if isinstance(node, Definition):
            yield {"part": number, "term": plain(node.term), "html": blocks(page, node.children)}


def _template(edition: Edition, name: str) -> str:
    """The word with its places left open, for the player to fill."""
    return edition.words(f"package-{name}", n="{n}", total="{total}", item="{item}")


def _screen(screen: Screen, number: int, known: Container[str]) -> dict[str, object]:
    taught = [key_of(name) for name in screen.objectives if name in known]
    return {"id": screen.id, "code": screen.code, "kind": screen.kind, "part": number, "objectives": taught}


def _question(edition: Edition, screen: Screen, number: int, known: Container[str]) -> dict[str, object]:
    question = screen.question
    assert question and question.keyed, f"{screen.id}: a package needs the keys of its questions"
    page = Page(edition, screen.id)
    words = " ".join(part for part in (plain(text) for text in texts(question.stem)) if part)
    return {
        "id": screen.id,
        "part": number,
        "key": key_of(question.meta.id or screen.id),
        "kind": question.kind,
        "number": screen.number,
        "points": question.points,
        "objectives": [key_of(name) for name in question.meta.objectives if name in known],
        "text": words,
        "right": right_answer(question),
        "tolerance": question.tolerance,
        "true": _true(edition, question),
        "options": [option.id for option in question.options] or [pair.id for pair in question.pairs],
        "feedback": _feedback(page, question),
        "shown": _shown(page, question),
        "whenRight": _html(page, question.correct_feedback),
        "whenWrong": _html(page, question.incorrect_feedback),
        "why": _html(page, question.rationale),
    }


def _true(edition: Edition, question: Question) -> str:
    """Which option says that the statement is true; the first where the words do not tell."""
    if question.kind != "true-false":
        return ""
    word = edition.words("true")
    return next((option.id for option in question.options if option.text.plain == word), question.options[0].id)


def _feedback(page: Page, question: Question) -> dict[str, str]:
    named: tuple[Option | Pair, ...] = (*question.options, *question.pairs)
    return {thing.id: _html(page, thing.feedback) for thing in named if thing.feedback}


def _shown(page: Page, question: Question) -> dict[str, str]:
    """The right sides of pairs, to say what would have been right."""
    return {pair.id: _html(page, pair.right) for pair in question.pairs}


def _html(page: Page, text: Text) -> str:
    return span(page, text) if text else ""
