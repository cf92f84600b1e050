"""A section's questions for question banks: one entry each, words as HTML or plain, and what a bank cannot hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from emmbuild.core.diagnostics import Diagnostic, Severity, warning
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Figure, Node, Pair, Question
from emmbuild.core.text import Text
from emmbuild.core.walk import nodes, texts
from emmbuild.plan.course import Screen, plan_course, right_answer
from emmbuild.render.html import plain
from emmbuild.render.html_text import Page, lang_of, span
from emmbuild.render.outline import identifier
from emmbuild.render.xml import esc


@dataclass(frozen=True)
class Entry:
    """One question. `key` is stable and starts with a letter; `name` is what a list of the bank shows."""

    page: Page
    key: str
    name: str
    question: Question
    before: tuple[Node, ...]

    @property
    def right(self) -> tuple[str, ...]:
        return right_answer(self.question)

    def html(self, text: Text) -> str:
        return span(self.page, text) if text else ""

    @property
    def stem(self) -> str:
        """The question as XHTML paragraphs, each with its language."""
        said = [text for text in texts((*self.before, *self.question.stem)) if text]
        return "".join(f"<p{lang_of(self.page, text)}>{xhtml(span(self.page, text))}</p>" for text in said)

    @property
    def words(self) -> str:
        """The question as one line of plain words."""
        return " ".join(filter(None, (plain(text) for text in texts((*self.before, *self.question.stem)))))

    @property
    def shown_pairs(self) -> tuple[Pair, ...]:
        """The pairs in the order in which their right sides are shown."""
        pairs = self.question.pairs
        return tuple(pairs[n] for n in self.question.shuffle) if len(self.question.shuffle) == len(pairs) else pairs

    def comment(self, right: bool) -> str:
        """What a learner is told afterwards, as XHTML; the reasons come with both."""
        asked = self.question
        said = (asked.correct_feedback if right else asked.incorrect_feedback, asked.rationale)
        return "".join(f"<p>{xhtml(self.html(text))}</p>" for text in said if text)


@dataclass(frozen=True)
class Bank:
    """All questions of a section. `key` names the bank ("emm-2-6")."""

    key: str
    title: str
    edition: Edition
    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...]


def bank_of(edition: Edition) -> Bank:
    course = plan_course(edition)
    base = identifier(edition.library.id, course.id)
    entries = tuple(_entry(edition, base, screen) for screen in course.questions)
    errors = tuple(found for found in course.diagnostics if found.code == "PKG103")
    return Bank(base, plain(course.title, 200), edition, entries, (*errors, *_pictures(entries)))


def _entry(edition: Edition, base: str, screen: Screen) -> Entry:
    assert screen.question
    page = Page(edition, f"{base}-{screen.id}")
    name = edition.words("package-question", n=screen.number)
    return Entry(page, f"{base}-{screen.id}".lower(), name, screen.question, screen.blocks)


def _pictures(entries: tuple[Entry, ...]) -> Iterator[Diagnostic]:
    for entry in entries:
        if any(isinstance(node, Figure) for node in nodes((*entry.before, *entry.question.stem))):
            yield warning(
                "PKG105",
                f"question {entry.question.meta.id} has a picture, which a question bank does not hold",
                entry.question.meta.span,
                hint="say in words what the picture shows; the bank carries its text alternative",
            )


def instead(entry: Entry, how: str) -> Diagnostic:
    """Says that a bank holds the question in another shape."""
    return Diagnostic(
        "PKG106",
        Severity.NOTE,
        f"question {entry.question.meta.id} ({entry.question.kind}) is {how}",
        entry.question.meta.span,
        hint="the other question banks and the packages hold it as it is",
    )


def xhtml(html: str) -> str:
    """Our HTML as XML: its only empty element is the line break."""
    return html.replace("<br>", "<br/>")


def cdata(html: str) -> str:
    return "<![CDATA[" + html.replace("]]>", "]]]]><![CDATA[>") + "]]>"


__all__ = ["Bank", "Entry", "bank_of", "cdata", "esc", "instead", "xhtml"]
