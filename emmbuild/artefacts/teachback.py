"""Practice teaching: the order of the slots, how an observer looks at it, and the form for feedback."""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts import turns
from emmbuild.artefacts.parties import readers
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import BLANK, clock, head, lead, sheet
from emmbuild.core.text import words_of
from emmbuild.plan.document.model import Blank, Blanks, Entry, Grid, Lines, Listing, Piece

_RUBRIC = (
    ("content", ("objective", "accurate", "example", "link")),
    ("delivery", ("clear", "involves", "time", "language")),
)
_COLUMNS = (
    "sheet.day",
    "workshop.time",
    "workshop.room",
    "sheet.teaches-now",
    "sheet.block",
    "sheet.observes",
)
_STEPS = ("prepare", "teach", "observe", "feedback")
_FEEDBACK = ("went-well", "try-next", "take-home")
LEVELS = 4


def make(kit: Kit, code: str) -> Iterator[Output]:
    words, plan = kit.words(code), turns.settings(kit.workshop)
    title = words.text("sheet.teachback")
    pieces: list[Piece] = [
        head(title, bookmark="top"),
        lead(words.text("sheet.teachback-lead", minutes=plan.minutes, feedback=plan.feedback, rooms=plan.rooms)),
        Listing(
            tuple(Entry(words.text(f"sheet.teach-{key}")) for key in _STEPS),
            ordered=True,
        ),
        head(words.text("sheet.order"), 2),
        order(kit, code, {}),
        *observer(kit, code),
    ]
    path = ARTEFACT.path("teachback", code)
    yield sheet(kit, code, path, title, pieces, audience="facilitator", copies=Copies(max(1, len(kit.workshop.present))))
    yield sheet(
        kit,
        code,
        ARTEFACT.path("teachback-feedback", code),
        words.text("sheet.feedback"),
        tuple(observer(kit, code, new_page=False)),
        copies=Copies(readers(kit, code), duplex=True),
        form=True,
    )


def order(kit: Kit, code: str, names: dict[str, str]) -> Grid:
    """When and where each one teaches and observes; by name where the name of a code is given."""
    words, subjects = kit.words(code), turns.subjects(kit, code)
    header = tuple(words.text(key) for key in _COLUMNS)
    rows = []
    for turn in turns.turns(kit):
        day = words_of(words.number(turn.day) if turn.session else "")
        time = words_of(f"{clock(words, turn.start)}–{clock(words, turn.end)}" if turn.session else "")
        watch = words_of(words("paper.list_comma").join(names.get(one, one) for one in turn.observers))
        who = words_of(names.get(turn.person, turn.person))
        rows.append((day, time, turns.room(kit, turn.room, code), who, subjects.get(turn.block, BLANK), watch))
    return Grid(header, tuple(rows), role="register", weights=(0.9, 1.8, 1.6, 2.2, 4, 2.6))


def observer(kit: Kit, code: str, *, new_page: bool = True) -> Iterator[Piece]:
    """The rubric of content and delivery, and what the observer tells the one who taught."""
    words = kit.words(code)
    yield head(words.text("sheet.rubric"), 1, "rubric", new_page=new_page)
    yield lead(words.text("sheet.rubric-lead"))
    yield Blanks((Blank(words.text("sheet.teaches-now"), "taught-by"), Blank(words.text("sheet.block"), "taught-block")))
    for part, criteria in _RUBRIC:
        header = (words.text(f"rubric.{part}"), *(words_of(words.number(level)) for level in range(1, LEVELS + 1)))
        rows = tuple((words.text(f"rubric.{name}"), *(words_of("☐"),) * LEVELS) for name in criteria)
        yield Grid(header, rows, role="register", weights=(7, *(0.8,) * LEVELS))
    for key in _FEEDBACK:
        yield Lines(2, words.text(f"rubric.{key}"), f"feedback-{key}")


ARTEFACT = Artefact(
    "teachback", "Practice teaching: order, rubric, feedback", "trainers", "facilitator", make, wanted=turns.wanted
)
