"""The pre- and post-test on paper in two parallel forms, an answer sheet, and the marking key.

The questions stay with the trainers until they are handed out: nothing of a test goes into a participants' folder.
"""

from __future__ import annotations

from collections.abc import Iterator

from emmbuild.artefacts import asking
from emmbuild.artefacts.asking import word
from emmbuild.artefacts.questionnaires import FORMS
from emmbuild.artefacts.shape import Artefact, Copies, Kit, Output
from emmbuild.artefacts.sheets import BLANK, code_text, grid, head, lead, sheet
from emmbuild.core.nodes import Question
from emmbuild.core.text import Text, words_of
from emmbuild.plan.document.blocks import pieces_of
from emmbuild.plan.document.desk import Desk
from emmbuild.plan.document.model import Grid, Lines, Para, Piece
from emmbuild.plan.document.questions import right_answer
from emmbuild.plan.survey.model import Part
from emmbuild.plan.survey.paper import BOX, asked

ROOM = "trainers"


def make(kit: Kit, code: str) -> Iterator[Output]:
    people = len(kit.scene.people) or kit.workshop.audience.expected
    for form in FORMS:
        copies = Copies(people, duplex=True, binding="staple")
        pieces = tuple(_paper(kit, form, code))
        name = f"{ROOM}/{code}/test-{form.lower()}-{code}"
        yield sheet(kit, code, name, _title(kit, form, code), pieces, copies=copies)
    copies = Copies(2 * people, duplex=False)
    yield sheet(kit, code, f"{ROOM}/{code}/answer-sheet-{code}", word(kit, code, "sheet"), _sheet(kit, code), copies=copies)
    key = tuple(_key(kit, code))
    yield sheet(
        kit,
        code,
        f"{ROOM}/{code}/marking-key-{code}",
        word(kit, code, "key"),
        key,
        audience="facilitator",
        copies=Copies(2),
    )


def _title(kit: Kit, form: str, code: str) -> Text:
    words = kit.words(code)
    return words_of(f"{words('measure.test')} · {words('measure.form', form=form)}")


def _paper(kit: Kit, form: str, code: str) -> Iterator[Piece]:
    words = kit.words(code)
    session = asking.test_session(kit, "assessment/pre")
    yield head(_title(kit, form, code), bookmark=f"test_{form}")
    yield lead(word(kit, code, "test.lead", minutes=words.minutes(session.minutes if session else 20)))
    yield from _who(kit, code)
    desk = Desk(kit.edition(code), level=1)
    yield from pieces_of(kit.items(form, code), desk)


def _who(kit: Kit, code: str) -> Iterator[Piece]:
    """The code, and what is asked about the person where the code says nothing of it."""
    part = asking.code_part(kit, code)
    [ask] = part.asks
    yield Para(ask.label, "label", keep=True)
    if ask.hint:
        yield Para(ask.hint, keep=True)
    if part.lead:
        yield Para(part.lead, "source", keep=True)
    yield Lines(1)


def _sheet(kit: Kit, code: str) -> Iterator[Piece]:
    """One sheet for both forms: they have the same number of questions with the same number of answers."""
    words = kit.words(code)
    yield head(word(kit, code, "sheet"), bookmark="sheet")
    yield lead(word(kit, code, "sheet.lead"))
    for form in FORMS:
        yield Para(words_of(words("measure.form", form=form)), "choice", box=True, keep=form != FORMS[-1])
    yield from _who(kit, code)
    items = [
        max(pair, key=lambda item: len(item.options)) for pair in zip(*(kit.items(f, code) for f in FORMS), strict=False)
    ]
    yield _ticks(kit, code, tuple(items))
    if kit.workshop.assessment.match_by == "self-made-code":
        yield from _about(asking.about_part(kit, code))


def _ticks(kit: Kit, code: str, items: tuple[Question, ...]) -> Grid:
    words = kit.words(code)
    most = max((len(item.options) for item in items), default=0)
    letters = words("paper.letters").split()[:most]
    rows = []
    for number, item in enumerate(items, 1):
        boxes = [words_of(BOX) if place < len(item.options) else BLANK for place in range(most)]
        rows.append((words.text("paper.number", number=number), *boxes))
    header = (word(kit, code, "question"), *(words_of(letter) for letter in letters))
    return Grid(header, tuple(rows), role="match", weights=(2.0, *(1.0 for _ in letters)))


def _about(part: Part) -> Iterator[Piece]:
    yield head(part.title, 2, bookmark="about")
    yield lead(part.lead)
    for ask in part.asks:
        yield from asked(ask) if ask.on_paper else ()


def _key(kit: Kit, code: str) -> Iterator[Piece]:
    words = kit.words(code)
    yield head(word(kit, code, "key"), bookmark="key")
    points = sum(item.points for item in kit.items("A", code, keyed=True))
    yield lead(word(kit, code, "key.lead", points=points))
    for place, form in enumerate(FORMS):
        items = kit.items(form, code, keyed=True)
        yield head(_title(kit, form, code), 2, f"key_{form}", new_page=place > 0)
        desk = Desk(kit.edition(code, "facilitator"), level=2)
        rows = [
            (
                words.text("paper.number", number=number),
                code_text(", ".join(item.meta.objectives)),
                words_of(right_answer(item, desk)),
                words_of(words.number(item.points)),
            )
            for number, item in enumerate(items, 1)
        ]
        header = (
            word(kit, code, "question"),
            word(kit, code, "objective"),
            word(kit, code, "right"),
            word(kit, code, "points"),
        )
        yield grid(header, rows, (1.4, 3, 2.4, 1.2))
        yield from pieces_of(items, desk)


ARTEFACT = Artefact(
    "test-papers",
    "Pre- and post-test, answer sheet, marking key",
    ROOM,
    "facilitator",
    make,
    wanted=lambda workshop: bool(workshop.assessment.test_items),
)
