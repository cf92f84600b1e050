"""Questions on paper: tick boxes, letters and blanks for participants, the key below for facilitators."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from emmbuild.core.nodes import Node, Question
from emmbuild.core.text import EMPTY, Plain, Strong, Text, words_of
from emmbuild.plan.document.desk import Desk, short_id
from emmbuild.plan.document.model import Entry, Grid, Lines, Listing, Panel, Para, Piece

BLANK = "____"


def question(
    block: Question, desk: Desk, number: int, mark: str, plan: Callable[[tuple[Node, ...]], tuple[Piece, ...]]
) -> tuple[Piece, ...]:
    """The question with its number, its answers to choose from and, for facilitators, its key."""
    stem = _numbered(plan(block.stem), desk.words("number", number=number), mark)
    answers = _answers(block, desk)
    if not (desk.facilitator and block.keyed):
        return (*stem, *answers)
    kept = map(_kept, answers)
    return (*stem, *kept, _key(block, desk))


def _numbered(stem: tuple[Piece, ...], label: Text, mark: str) -> tuple[Piece, ...]:
    """The stem kept together with the answers; its first paragraph carries the number and the bookmark."""
    first, *others = stem or (Para(EMPTY),)
    kept = map(_kept, others)
    if isinstance(first, Para):
        return (first._replace(style="question", label=label, keep=True, marks=(mark, *first.marks)), *kept)
    return (Para(EMPTY, "question", label, keep=True, marks=(mark,)), first, *kept)


def _kept(piece: Piece) -> Piece:
    """The piece on the same page as what follows, if it can be."""
    if isinstance(piece, Para):
        return piece._replace(keep=True)
    return replace(piece, keep=True) if isinstance(piece, Grid | Listing) else piece


def _answers(block: Question, desk: Desk) -> tuple[Piece, ...]:
    letters = desk.edition.words("paper.letters").split()
    match block.kind:
        case "matching":
            return (_matching(block, desk, letters),)
        case "ordering":
            return (_ordering(block, desk, letters),)
        case "fill-in" | "numeric":
            blank = any(BLANK in piece.text.plain for piece in block.stem if hasattr(piece, "text"))
            return () if blank or desk.facilitator else (Lines(1, field=block.meta.id),)
        case _:
            last = len(block.options) - 1
            return tuple(
                Para(option.text, "choice", _letter(letters, place), box=True, keep=place < last)
                for place, option in enumerate(block.options)
            )


def _matching(block: Question, desk: Desk, letters: list[str]) -> Grid:
    """Numbered left sides, an empty column for the letter, lettered right sides in shown order."""
    shown, rows = _shown(block, len(block.pairs)), []
    for place, pair in enumerate(block.pairs):
        left = _lettered(desk.edition.words("paper.number", number=place + 1), pair.left)
        right = _lettered(letters[place % len(letters)], block.pairs[shown[place]].right)
        rows.append((left, EMPTY, right))
    header = (desk.words("match_left"), desk.words("match_letter"), desk.words("match_right"))
    return Grid(header, tuple(rows), role="match", weights=(4, 1.3, 5))


def _ordering(block: Question, desk: Desk, letters: list[str]) -> Grid:
    options = block.options
    if block.keyed:
        options = tuple(options[place] for place in _shown(block, len(options)))
    rows = tuple((EMPTY, _lettered(letters[place % len(letters)], option.text)) for place, option in enumerate(options))
    return Grid((desk.words("order"), desk.words("order_step")), rows, role="match", weights=(1.3, 9))


def _lettered(letter: str, text: Text) -> Text:
    return replace(text, inlines=(Strong((Plain(letter),)), Plain("\u2002"), *text.inlines))


def _shown(block: Question, count: int) -> tuple[int, ...]:
    return block.shuffle if len(block.shuffle) == count else tuple(range(count))


def _letter(letters: list[str], place: int) -> Text:
    return words_of(letters[place % len(letters)])


def _key(block: Question, desk: Desk) -> Panel:
    """Answer, reason and feedback of one question."""
    pieces: list[Piece] = [Para(block.rationale)] if block.rationale else []
    feedback = _feedback(block, desk)
    if feedback:
        pieces.append(Listing(feedback))
    facts = desk.edition.words("paper.list_comma").join(short_id(name) for name in block.meta.objectives)
    kicker = desk.words("points_worth", points=block.points)
    if facts:
        kicker = desk.words("key_facts", objectives=facts, points=kicker.plain)
    return Panel("key", desk.words("answer", answer=right_answer(block, desk)), tuple(pieces), kicker)


def right_answer(block: Question, desk: Desk) -> str:
    """The right answer in the letters and numbers that the page shows."""
    letters = desk.edition.words("paper.letters").split()
    words = desk.edition.words
    match block.kind:
        case "matching":
            shown = _shown(block, len(block.pairs))
            parts = [f"{words.number(place + 1)} – {letters[shown.index(place)]}" for place in range(len(block.pairs))]
        case "ordering":
            shown = _shown(block, len(block.options))
            parts = [letters[shown.index(place)] for place in range(len(block.options))]
        case "numeric" if block.tolerance:
            value = f"{block.tolerance:g}"
            return words("paper.tolerance", answer=block.answers.plain, tolerance=value)
        case "fill-in" | "numeric":
            parts = [answer.strip() for answer in block.answers.plain.split("|")]
        case _:
            parts = [letters[place] for place, option in enumerate(block.options) if option.correct]
    return words("paper.list_comma").join(parts)


def _feedback(block: Question, desk: Desk) -> tuple[Entry, ...]:
    """What a learner hears, answer by answer, with the letters the page shows."""
    letters = desk.edition.words("paper.letters").split()
    shown: tuple[int, ...] = tuple(range(len(block.options)))
    if block.kind == "ordering":
        shown = _shown(block, len(block.options))
    found = [
        Entry(option.feedback, label=_letter(letters, shown.index(place)))
        for place, option in enumerate(block.options)
        if option.feedback
    ]
    found += [
        Entry(pair.feedback, label=desk.words("number", number=place + 1))
        for place, pair in enumerate(block.pairs)
        if pair.feedback
    ]
    found += [Entry(text) for text in (block.correct_feedback, block.incorrect_feedback) if text]
    return tuple(found)
