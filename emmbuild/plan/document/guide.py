"""What only the facilitator's guide has: how to prepare a session, and what to do at each step of it.

Slide numbers and pages of the workbook come from `Edition.places`; where nobody has counted them, the columns are left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from emmbuild.core.edition import Edition
from emmbuild.core.nodes import NO_META, Box, Bullets, Heading, Node, Notes, Paragraph, Table
from emmbuild.core.text import EMPTY, Text, words_of
from emmbuild.core.walk import nodes
from emmbuild.plan.document.desk import Desk
from emmbuild.plan.document.leads import segments
from emmbuild.plan.document.model import Grid, Head, Para, Piece

_METHODS = {"case": "case", "application": "individual", "check": "quiz", "messages": "presentation"}
_EXERCISES = ("case", "application", "worksheet", "check")


@dataclass(frozen=True, slots=True)
class Step:
    """A row of the table of steps: `slides` and `page` as they are shown, or empty."""

    minutes: int
    text: Text
    method: str = ""
    slides: str = ""
    page: str = ""


def preparation(edition: Edition, desk: Desk) -> tuple[Piece, ...]:
    """Purpose, room, materials and a list to tick off, before the first topic."""
    words, depth = desk.words, desk.depth
    boxes = [node for node in desk.nodes() if isinstance(node, Box)]
    sheets = [box for box in boxes if box.role in ("worksheet", "application")]
    groups = [box for box in sheets if box.kind == "group"]
    flip = [box for box in groups if any(isinstance(child, Table) and child.fill for child in box.children)]
    whole = slide_numbers(edition, [f"{edition.section.id}/title"], every=True)
    materials = [words("mat_deck", slides=whole)] if whole else []
    materials.append(words("mat_workbook"))
    materials += [
        words("mat_group" if box in groups else "mat_own", title=(box.title or box.kicker).plain) for box in sheets
    ]
    materials += [words("mat_flip")] if groups else []
    room = words("room_groups" if groups else "room_plenary")
    facts = (
        (words("purpose"), edition.section.front.summary),
        (words("room"), room),
        *((words("materials") if place == 0 else EMPTY, text) for place, text in enumerate(materials)),
    )
    ticks = [words("prep_read"), words("prep_country"), words("prep_copies"), words("prep_room")]
    ticks += [words("prep_flip")] if flip else []
    ticks += [words("prep_deck"), words("prep_short")]
    head = Head(1 + depth, words("preparation"), desk.bookmark(NO_META, "h", "preparation"))
    grid = Grid((words("what"), words("how")), tuple(facts), role="facts", weights=(2, 8))
    boxes_to_tick = (Para(text, "choice", box=True, keep=place < len(ticks) - 1) for place, text in enumerate(ticks))
    label = Para(words("checklist"), "label", keep=True)
    return (head, grid, label, *boxes_to_tick)


def steps(topic: Heading, after: Sequence[Node], head: Head, desk: Desk) -> tuple[Piece, ...]:
    """The table of steps of a topic, from what stands up to the next one; notes that it tells are marked as told."""
    blocks = list(_of_topic(after))
    edition, told = desk.edition, [block for block in blocks if isinstance(block, Notes) and _simple(block)]
    if not (topic.meta.minutes or any(map(_is_taught, blocks))):  # an agenda, a list of purposes
        return ()
    spoken = sum(block.meta.minutes for block in told)
    shown = slide_numbers(edition, [topic.meta.id, *_ids(blocks)])
    present = desk.words("present_slides", slides=shown) if shown else desk.words("present")
    rows = [Step(max(topic.meta.minutes - spoken, 0), present, "presentation", shown, _page(head.bookmark, desk))]
    for block in blocks:
        if isinstance(block, Notes) and block in told:
            desk.told.add(id(block))
            texts = [part for text in _texts(block) for part in segments(text, desk.leads)]
            rows += [
                Step(0 if place else block.meta.minutes, text, "" if place else "discussion")
                for place, text in enumerate(texts)
            ]
        elif isinstance(block, Box) and block.role in (*_EXERCISES, "messages"):
            rows.append(_exercise(block, desk))
    following = next((block for block in after if isinstance(block, Heading) and block.level == 1), None)
    if following is not None:
        rows.append(Step(0, _transition(following, desk)))
    return (_grid(rows, desk),)


def _is_taught(block: Node) -> bool:
    return isinstance(block, Notes) or isinstance(block, Box) and block.role in (*_EXERCISES, "messages")


def _of_topic(after: Iterable[Node]) -> Iterable[Node]:
    for block in after:
        if isinstance(block, Heading) and block.level == 1:
            return
        yield block


def _simple(note: Notes) -> bool:
    """Whether the note is words only, so that rows of a table can hold it."""
    return note.role == "note" and all(
        isinstance(child, Paragraph) or isinstance(child, Bullets) and not any(item.children for item in child.items)
        for child in note.children
    )


def _texts(note: Notes) -> Iterable[Text]:
    for child in note.children:
        if isinstance(child, Paragraph):
            yield child.text
        elif isinstance(child, Bullets):
            yield from (item.text for item in child.items)


def _exercise(box: Box, desk: Desk) -> Step:
    words = desk.edition.words
    title = box.title or box.kicker
    if box.title and box.kicker:
        shown = words("paper.kicked", kicker=box.kicker.plain, title=box.title.plain)
        title = replace(words_of(shown), lang=box.title.lang)
    method = _METHODS.get(box.role, "group" if box.kind == "group" else "individual")
    name = box.meta.id or f"{desk.edition.section.id}/{box.role}"
    slides = slide_numbers(desk.edition, [name, *_ids(box.children)])
    return Step(box.meta.minutes, title, method, slides, _page(desk.name_of(box.meta, "h", box.role), desk))


def _transition(following: Heading, desk: Desk) -> Text:
    said = desk.words("transition", title=following.text.plain)
    return replace(said, lang=following.text.lang) if following.text.lang else said


def _grid(rows: Sequence[Step], desk: Desk) -> Grid:
    """The table; without the columns that nothing is known for."""
    words = desk.edition.words
    columns: list[tuple[str, float, list[Text]]] = [
        ("minutes_short", 1.0, [words_of(words.number(row.minutes)) if row.minutes else EMPTY for row in rows]),
        ("do_or_say", 6.6, [row.text for row in rows]),
        ("method", 2.2, [desk.words(f"method_{row.method}") if row.method else EMPTY for row in rows]),
        ("slides", 1.8, [words_of(row.slides) for row in rows]),
        ("page_column", 1.9, [words_of(row.page) for row in rows]),
    ]
    kept = columns[:3] + [column for column in columns[3:] if any(column[2])]
    header = tuple(desk.words(name) for name, _, _ in kept)
    cells = tuple(zip(*(texts for _, _, texts in kept), strict=True))
    return Grid(header, cells, role="steps", weights=tuple(weight for _, weight, _ in kept))


def _page(bookmark: str, desk: Desk) -> str:
    page = desk.edition.places.workbook.get(bookmark)
    return str(page) if page else ""


def _ids(blocks: Iterable[Node]) -> list[str]:
    """Ids of the blocks that have slides of their own; exercises are told apart from their topic."""
    found: list[str] = []
    for block in blocks:
        if isinstance(block, Box) and block.role in (
            *_EXERCISES,
            "messages",
            "objectives",
            "guiding",
            "resources",
            "links",
        ):
            continue
        found += [node.meta.id for node in nodes(block) if node.meta.id and not isinstance(node, Notes)]
    return found


def slide_numbers(edition: Edition, ids: Sequence[str], *, every: bool = False) -> str:
    """ "5–10, 13": the slides of the blocks with these ids, or of the whole section; "" where no deck was counted."""
    slides = edition.places.slides
    wanted = {name for name in ids if name}
    numbers = sorted(
        {number for key, number in slides.items() if every or key in wanted or key.rsplit("/", 1)[0] in wanted}
    )
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return edition.words("paper.list_comma").join(str(a) if a == b else f"{a}–{b}" for a, b in runs)
