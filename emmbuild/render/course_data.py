"""course.js: what the player knows about a course — screens, keys, feedback, rules, words.

A script that sets one value, so that it also loads from file:// where nothing may be fetched.
"""

from __future__ import annotations

import json
from collections.abc import Container

from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Option, Pair, Question
from emmbuild.core.text import Text
from emmbuild.core.walk import texts
from emmbuild.plan.course import Course, Screen, key_of, right_answer
from emmbuild.render.html import plain
from emmbuild.render.html_text import Page, span

SAID = (
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
)
DESCRIPTION = 250  # SPM of localized strings in cmi.interactions (SCORM 2004 4th ed. RTE 4.2.9)


def course_js(edition: Edition, course: Course, standard: str) -> str:
    """The script. `<` is escaped so that no text can end the script it may be copied into."""
    text = json.dumps(_data(edition, course, standard), ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.emm = {{course: {safe}}};\n"


def _data(edition: Edition, course: Course, standard: str) -> dict[str, object]:
    words, language = edition.words, edition.language
    known = {objective.id: objective for objective in course.objectives}
    return {
        "id": course.id,
        "key": course.key,
        "version": edition.section.front.version,
        "standard": standard,
        "lang": language.tag,
        "title": plain(course.title),
        "digits": "".join(words.number(n) for n in range(10)),
        "rules": {"mastery": course.rules.mastery, "failed": course.rules.failed},
        "screens": [_screen(screen, known) for screen in course.screens],
        "objectives": [{"id": o.id, "key": o.key, "text": plain(o.text, DESCRIPTION)} for o in course.objectives],
        "questions": [_question(edition, screen, known) for screen in course.questions],
        "words": {name: _template(edition, name) for name in SAID},
    }


def _template(edition: Edition, name: str) -> str:
    """The word with its places left open, for the player to fill."""
    return edition.words(f"package-{name}", n="{n}", total="{total}", item="{item}")


def _screen(screen: Screen, known: Container[str]) -> dict[str, object]:
    taught = [key_of(name) for name in screen.objectives if name in known]
    return {"id": screen.id, "kind": screen.kind, "objectives": taught}


def _question(edition: Edition, screen: Screen, known: Container[str]) -> dict[str, object]:
    question = screen.question
    assert question and question.keyed, f"{screen.id}: a package needs the keys of its questions"
    page = Page(edition, screen.id)
    words = " ".join(part for part in (plain(text) for text in texts(question.stem)) if part)
    return {
        "id": screen.id,
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
