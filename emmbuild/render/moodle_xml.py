"""Question banks in Moodle XML: every kind of question as Moodle itself has it (ordering since Moodle 4.4)."""

from __future__ import annotations

from collections.abc import Sequence

from emmbuild.render.bank import Bank, Entry, cdata, esc

_TYPES = {
    "single": "multichoice",
    "multiple": "multichoice",
    "true-false": "truefalse",
    "matching": "matching",
    "ordering": "ordering",
    "fill-in": "shortanswer",
    "numeric": "numerical",
}


def moodle_xml(bank: Bank, before: str = "") -> str:
    """The bank as a file; `before`: questions of one's own that stand first."""
    asked = "".join(_question(entry) for entry in bank.entries)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n{_category(bank)}{before}{asked}</quiz>\n'


def open_question(name: str, words: str, key: str) -> str:
    """A question that is answered in a line of words and gives no points."""
    return (
        f'<question type="essay">\n<name>{_text(name)}</name>\n{_html("questiontext", f"<p>{esc(words)}</p>")}'
        f'<generalfeedback format="html"><text></text></generalfeedback>\n<defaultgrade>0</defaultgrade>\n'
        f"<penalty>0</penalty>\n<hidden>0</hidden>\n<idnumber>{esc(key)}</idnumber>\n"
        "<responseformat>plain</responseformat>\n<responserequired>1</responserequired>\n"
        "<responsefieldlines>2</responsefieldlines>\n<attachments>0</attachments>\n"
        '<graderinfo format="html"><text></text></graderinfo>\n'
        '<responsetemplate format="html"><text></text></responsetemplate>\n</question>\n'
    )


def choice_question(name: str, words: str, key: str, choices: Sequence[tuple[str, str]]) -> str:
    """A question with choices (id, words) of which none is wrong or gives points. Moodle wants one to be right: all are."""
    made = "".join(_answer("100", esc(said), "") for _, said in choices)
    return (
        f'<question type="multichoice">\n<name>{_text(name)}</name>\n{_html("questiontext", f"<p>{esc(words)}</p>")}'
        f'<generalfeedback format="html"><text></text></generalfeedback>\n<defaultgrade>0</defaultgrade>\n'
        f"<penalty>0</penalty>\n<hidden>0</hidden>\n<idnumber>{esc(key)}</idnumber>\n<single>true</single>\n"
        f"<shuffleanswers>false</shuffleanswers>\n<answernumbering>none</answernumbering>\n{made}</question>\n"
    )


def _category(bank: Bank) -> str:
    title = bank.title.replace("/", "//")
    return f'<question type="category"><category>{_text(f"$course$/top/{title}")}</category></question>\n'


def _text(plain: str) -> str:
    return f"<text>{esc(plain)}</text>"


def _html(tag: str, html: str, attributes: str = "") -> str:
    return f'<{tag}{attributes} format="html"><text>{cdata(html)}</text></{tag}>\n'


def _question(entry: Entry) -> str:
    asked = entry.question
    general = entry.html(asked.rationale)
    return (
        f'<question type="{_TYPES[asked.kind]}">\n<name>{_text(entry.name)}</name>\n'
        f"{_html('questiontext', _directed(entry))}"
        f"{_html('generalfeedback', f'<p>{general}</p>' if general else '')}"
        f"<defaultgrade>{asked.points}</defaultgrade>\n<penalty>0.3333333</penalty>\n<hidden>0</hidden>\n"
        f"<idnumber>{esc(entry.key)}</idnumber>\n{_answers(entry)}</question>\n"
    )


def _directed(entry: Entry) -> str:
    language = entry.page.edition.language
    return f'<div lang="{language.tag}" dir="{language.direction}">{entry.stem}</div>'


def _combined(entry: Entry) -> str:
    asked = entry.question
    right, wrong = entry.html(asked.correct_feedback), entry.html(asked.incorrect_feedback)
    return _html("correctfeedback", right) + _html("partiallycorrectfeedback", wrong) + _html("incorrectfeedback", wrong)


def _answer(fraction: str, content: str, feedback: str, form: str = "html", more: str = "") -> str:
    words = cdata(content) if form == "html" else esc(content)
    said = _html("feedback", feedback)
    return f'<answer fraction="{fraction}" format="{form}"><text>{words}</text>{more}\n{said}</answer>\n'


def _answers(entry: Entry) -> str:
    asked = entry.question
    match asked.kind:
        case "single" | "multiple":
            return _choices(entry)
        case "true-false":
            true = entry.right == (_true(entry),)
            by = {option.id: entry.html(option.feedback) for option in asked.options}
            other = next((option.id for option in asked.options if option.id != _true(entry)), "")
            return _answer("100" if true else "0", "true", by[_true(entry)], "moodle_auto_format") + _answer(
                "0" if true else "100", "false", by.get(other, ""), "moodle_auto_format"
            )
        case "matching":
            pairs = "".join(
                f'<subquestion format="html"><text>{cdata(entry.html(pair.left))}</text>'
                f"<answer>{_text(pair.right.plain)}</answer></subquestion>\n"
                for pair in asked.pairs
            )
            return f"<shuffleanswers>true</shuffleanswers>\n{_combined(entry)}{pairs}"
        case "ordering":
            items = "".join(
                f'<answer fraction="{place}.0000000" format="html"><text>{cdata(entry.html(option.text))}</text></answer>\n'
                for place, option in enumerate(asked.options, 1)
            )
            return (
                "<layouttype>VERTICAL</layouttype>\n<selecttype>ALL</selecttype>\n<selectcount>0</selectcount>\n"
                "<gradingtype>ALL_OR_NOTHING</gradingtype>\n<showgrading>HIDE</showgrading>\n"
                f"<numberingstyle>none</numberingstyle>\n{_combined(entry)}{items}"
            )
        case "numeric":
            right, wrong = entry.html(asked.correct_feedback), entry.html(asked.incorrect_feedback)
            more = f"<tolerance>{asked.tolerance:g}</tolerance>"
            return _answer("100", entry.right[0], right, "moodle_auto_format", more) + _answer(
                "0", "*", wrong, "moodle_auto_format"
            )
        case _:
            right, wrong = entry.html(asked.correct_feedback), entry.html(asked.incorrect_feedback)
            accepted = "".join(
                _answer("100", word.replace("*", "\\*"), right, "moodle_auto_format") for word in entry.right
            )
            return f"<usecase>0</usecase>\n{accepted}{_answer('0', '*', wrong, 'moodle_auto_format')}"


def _true(entry: Entry) -> str:
    word = entry.page.edition.words("true")
    options = entry.question.options
    return next((option.id for option in options if option.text.plain == word), options[0].id)


def _choices(entry: Entry) -> str:
    """Moodle has no all or nothing: each of several right answers has its share, a wrong one takes all."""
    asked = entry.question
    share = f"{100 / max(1, len(entry.right)):.5f}".rstrip("0").rstrip(".")
    wrong = "0" if asked.kind == "single" else "-100"
    items = "".join(
        _answer(share if option.id in entry.right else wrong, entry.html(option.text), entry.html(option.feedback))
        for option in asked.options
    )
    single = str(asked.kind == "single").lower()
    return (
        f"<single>{single}</single>\n<shuffleanswers>false</shuffleanswers>\n<answernumbering>none</answernumbering>\n"
        f"{_combined(entry)}{items}"
    )
