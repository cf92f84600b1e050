"""Question banks in GIFT, the plain text format of Moodle and others. An ordering becomes a matching by place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from emmbuild.core.diagnostics import Diagnostic
from emmbuild.core.text import Text
from emmbuild.render.bank import Bank, Entry, instead
from emmbuild.render.html import plain


def gift(bank: Bank, before: str = "") -> str:
    """The bank as text; `before`: questions of one's own that stand first."""
    head = f"// {bank.title}\n$CATEGORY: $course$/top/{_safe(bank.title).replace('/', '//')}\n\n"
    return head + before + "".join(_question(entry) for entry in bank.entries)


def open_question(name: str, words: str) -> str:
    """A question that is answered in words and gives no points."""
    return f"::{_safe(name)}::{_safe(words)} {{}}\n\n"


def choice_question(name: str, words: str, choices: Sequence[str]) -> str:
    """A question with choices of which none is wrong."""
    made = "".join(f"\t~%100%{_safe(said)}\n" for said in choices)
    return f"::{_safe(name)}::{_safe(words)} {{\n{made}}}\n\n"


def losses(bank: Bank) -> tuple[Diagnostic, ...]:
    """What GIFT holds in another shape."""
    return tuple(instead(entry, how) for entry in bank.entries if (how := _lost(entry)))


def _lost(entry: Entry) -> str:
    asked = entry.question
    if asked.kind == "ordering":
        return "written as a matching by place, without comments"
    if asked.kind == "matching" and any(pair.feedback for pair in asked.pairs):
        return "written without the comments on its lines"
    if asked.kind in ("fill-in", "numeric") and asked.incorrect_feedback:
        return "written without the comment on wrong answers"
    return ""


def _safe(words: str) -> str:
    """The words with the signs that mean something in GIFT behind a backslash."""
    return re.sub(r"([~=#{}:\\])", r"\\\1", " ".join(words.split()))


def _said(text: Text) -> str:
    return _safe(plain(text))


def _question(entry: Entry) -> str:
    return f"// [id:{entry.key}]\n::{_safe(entry.name)}::{_safe(entry.words)} {{\n{_answers(entry)}{_general(entry)}}}\n\n"


def _general(entry: Entry) -> str:
    why = _said(entry.question.rationale)
    return f"\t####{why}\n" if why else ""


def _answers(entry: Entry) -> str:
    asked, right = entry.question, entry.right
    match asked.kind:
        case "true-false":
            word = entry.page.edition.words("true")
            true = next((option for option in asked.options if option.text.plain == word), asked.options[0])
            wrong = next((option for option in asked.options if option.id not in right), asked.options[0])
            good = next((option for option in asked.options if option.id in right), asked.options[0])
            return f"\t{'TRUE' if true.id in right else 'FALSE'}{_comment(wrong.feedback)}{_comment(good.feedback)}\n"
        case "matching":
            return "".join(f"\t={_said(pair.left)} -> {_said(pair.right)}\n" for pair in asked.pairs)
        case "ordering":
            number = entry.page.edition.words.number
            return "".join(f"\t={_said(o.text)} -> {number(place)}.\n" for place, o in enumerate(asked.options, 1))
        case "numeric":
            return f"\t#\n\t={right[0]}:{asked.tolerance:g}{_comment(asked.correct_feedback)}\n"
        case "fill-in":
            return "".join(f"\t={_safe(word)}{_comment(asked.correct_feedback)}\n" for word in right)
        case "multiple":
            share = f"{100 / max(1, len(right)):.5f}".rstrip("0").rstrip(".")
            return "".join(
                f"\t~%{share if option.id in right else '-100'}%{_said(option.text)}{_comment(option.feedback)}\n"
                for option in asked.options
            )
        case _:
            return "".join(
                f"\t{'=' if option.id in right else '~'}{_said(option.text)}{_comment(option.feedback)}\n"
                for option in asked.options
            )


def _comment(text: Text) -> str:
    return f" #{_said(text)}" if text else ""
