"""Which screens, questions and objectives a learning package has, and how large its state may get.

Pure: Edition → Course. How a screen looks is the renderers' business, what an LMS is told the player's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from emmbuild.core.diagnostics import Diagnostic, error
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Box, Bullets, Definition, Heading, Node, Notes, Question, Slide
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.core.walk import nodes
from emmbuild.plan.course_state import FILL_IN_LIMIT, codes, worst_part

OWN_SCREEN = ("case", "application", "worksheet")
AT_THE_END = ("messages", "resources", "links")


@dataclass(frozen=True, slots=True)
class Rules:
    """When a learner has passed. `mastery` is a percentage of the points; `failed` is the lesson status of a
    finished check below it in SCORM 1.2: "incomplete" (may be tried again everywhere) or "failed"."""

    mastery: int = 80
    failed: str = "incomplete"


@dataclass(frozen=True, slots=True)
class Screen:
    """One screen. `kind`: welcome, topic, case, application, worksheet, question, result or close.

    `id` is short and stable ("welcome", "why-labour-moves", "C1", "Q3"); `code` stands for it in learners' states.
    In a package with a menu of sections the section's key stands before the id ("s2-6-Q3"), never in the code.
    """

    id: str
    kind: str
    title: Text
    blocks: tuple[Node, ...] = ()
    kicker: Text = EMPTY
    part: int = 1
    number: int = 0
    question: Question | None = None
    objectives: tuple[str, ...] = ()
    code: str = ""


@dataclass(frozen=True, slots=True)
class Objective:
    """`key` is what an LMS is told: `id` without characters that some refuse."""

    id: str
    key: str
    text: Text


@dataclass(frozen=True, slots=True)
class Course:
    """A section as screens. `state_size` is the most that it can take of the resume data, in characters."""

    id: str
    key: str
    title: Text
    screens: tuple[Screen, ...]
    objectives: tuple[Objective, ...]
    terms: tuple[Text, ...]
    rules: Rules
    state_size: int
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def questions(self) -> tuple[Screen, ...]:
        return tuple(screen for screen in self.screens if screen.question)

    @property
    def points(self) -> int:
        return sum(screen.question.points for screen in self.screens if screen.question)


def plan_course(edition: Edition, rules: Rules | None = None, prefix: str = "") -> Course:
    """The course of one section. Raises AssertionError where facilitator's notes would reach a learner."""
    section = edition.section
    assert not any(isinstance(node, Notes) for node in nodes(section.blocks)), "notes in a self-study edition"
    named = _Planner(edition).screens()
    short = codes([screen.id for screen in named])
    screens = tuple(replace(screen, id=prefix + screen.id, code=short[screen.id]) for screen in named)
    size = worst_part(key_of(section.id), len(screens), [screen.question for screen in screens if screen.question])
    return Course(
        id=section.id,
        key=key_of(section.id),
        title=section.front.title,
        screens=screens,
        objectives=_objectives(section.blocks, section.id),
        terms=tuple(node.term for node in nodes(section.blocks) if isinstance(node, Definition)),
        rules=rules or Rules(section.front.mastery),
        state_size=size,
        diagnostics=_key_messages(edition),
    )


def key_of(identifier: str) -> str:
    """The id as every LMS takes it: ASCII letters, digits, - and _ (CMIIdentifier, SCORM 1.2 RTE 3.4.1)."""
    return re.sub(r"[^A-Za-z0-9_-]", "_", identifier)


def short_id(identifier: str, section: str) -> str:
    """The id without the section's prefix and dots: "2.6.Q1" → "Q1", "2.6/why-labour-moves" → "why-labour-moves"."""
    local = identifier.removeprefix(section).lstrip("./") if identifier.startswith(section) else identifier
    return re.sub(r"[^A-Za-z0-9_-]", "-", local)


@dataclass(slots=True)
class _Planner:
    """Walks the blocks once and opens a screen where one begins."""

    edition: Edition
    done: list[Screen] = field(default_factory=list)
    topic: Screen = Screen("", "", EMPTY)
    parts: int = 0
    blocks: list[Node] = field(default_factory=list)
    closing: list[Node] = field(default_factory=list)
    questions: int = 0

    def screens(self) -> tuple[Screen, ...]:
        self.topic = Screen("welcome", "welcome", self.edition.section.front.title)
        for block in self.edition.section.blocks:
            self.take(block)
        self.flush()
        if self.questions:
            self.add(Screen("result", "result", self.edition.words.text("package-result")))
        self.add(Screen("close", "close", self.edition.words.text("package-close"), tuple(self.closing)))
        return tuple(self.done)

    def take(self, block: Node) -> None:
        match block:
            case Slide():
                return
            case Heading(level=1):
                self.flush()
                self.topic, self.parts = self.opened(block), 0
            case Box(role=role) if role in AT_THE_END:
                self.closing.append(block)
            case Box(role=role) if role in OWN_SCREEN:
                self.apart(self.box(block))
            case Box(role="check"):
                self.check(block)
            case Question():
                self.apart(self.ask(block, ()))
            case _:
                self.blocks.append(block)

    def opened(self, heading: Heading) -> Screen:
        name = self.name(heading.meta.id) or f"topic-{sum(s.kind == 'topic' for s in self.done) + 1}"
        return Screen(name, "topic", heading.text, objectives=heading.meta.objectives)

    def box(self, box: Box) -> Screen:
        name = self.name(box.meta.id) or f"{box.role}-{sum(s.kind == box.role for s in self.done) + 1}"
        title, kicker = (box.title, box.kicker) if box.title else (box.kicker, EMPTY)
        return Screen(name, box.role, title, box.children, kicker, objectives=box.meta.objectives)

    def check(self, box: Box) -> None:
        before: list[Node] = []
        for child in box.children:
            if isinstance(child, Question):
                self.apart(self.ask(child, tuple(before)))
                before.clear()
            else:
                before.append(child)
        self.blocks.extend(before)

    def ask(self, question: Question, before: tuple[Node, ...]) -> Screen:
        self.questions += 1
        return Screen(
            self.name(question.meta.id) or f"q{self.questions}",
            "question",
            self.edition.words.text("package-question", n=self.questions),
            before,
            number=self.questions,
            question=question,
            objectives=question.meta.objectives,
        )

    def name(self, identifier: str) -> str:
        return short_id(identifier, self.edition.section.id)

    def apart(self, screen: Screen) -> None:
        """A screen of its own; what follows goes on in a further part of the topic it stands in."""
        self.flush()
        self.add(screen)

    def flush(self) -> None:
        """Emit what the topic has gathered. A further part is only made when something stands in it."""
        if not self.blocks and self.parts:
            return
        self.parts += 1
        name = self.topic.id if self.parts == 1 else f"{self.topic.id}-{self.parts}"
        self.add(replace(self.topic, id=name, part=self.parts, blocks=tuple(self.blocks)))
        self.blocks.clear()

    def add(self, screen: Screen) -> None:
        taken = {other.id for other in self.done}
        name, count = screen.id, 1
        while name in taken:
            count += 1
            name = f"{screen.id}-{count}"
        self.done.append(replace(screen, id=name))


def _objectives(blocks: tuple[Node, ...], section: str) -> tuple[Objective, ...]:
    found = [node for node in nodes(blocks) if isinstance(node, Bullets) and node.role == "objectives"]
    items = [item for bullets in found for item in bullets.items if item.meta.id]
    return tuple(Objective(item.meta.id, key_of(item.meta.id), item.text) for item in items)


def _key_messages(edition: Edition) -> tuple[Diagnostic, ...]:
    """Questions that cannot be marked: a package needs their keys."""
    asked = [node for node in nodes(edition.section.blocks) if isinstance(node, Question)]
    return tuple(
        error(
            "PKG103",
            f"question {question.meta.id} has no right answer",
            question.meta.span,
            hint="mark one with [x] or give :answer:",
        )
        for question in asked
        if not right_answer(question)
    )


def right_answer(question: Question) -> tuple[str, ...]:
    """What is right, as the player stores responses: option ids, pairs of ids, accepted words, or a number."""
    match question.kind:
        case "single" | "multiple" | "true-false":
            return tuple(option.id for option in question.options if option.correct)
        case "ordering":
            return tuple(option.id for option in question.options)
        case "matching":
            return tuple(pair.id + pair.id for pair in question.pairs)
        case "fill-in":
            return tuple(part.strip() for part in _answers(question).split("|") if part.strip())
        case _:
            return (_answers(question).strip(),) if _answers(question).strip() else ()


def _answers(question: Question) -> str:
    return question.answers.plain or question.answers.source


def screen_title(screen: Screen, edition: Edition) -> Text:
    """The title; a further part of a topic carries its number."""
    if screen.part == 1:
        return screen.title
    number = f" ({edition.words.number(screen.part)})"
    return replace(screen.title, inlines=(*screen.title.inlines, *words_of(number).inlines))


__all__ = [
    "FILL_IN_LIMIT",
    "Course",
    "Objective",
    "Rules",
    "Screen",
    "key_of",
    "plan_course",
    "right_answer",
    "screen_title",
    "short_id",
]
