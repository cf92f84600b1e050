"""The slides of boxes: objectives, guiding questions, case, application, worksheet, check, messages, resources."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from emmbuild.core.nodes import Box, Bullets, Item, Node, Notes, Paragraph, Question, Quote, Table, WriteSpace
from emmbuild.plan.deck import shape
from emmbuild.plan.deck.answers import answer
from emmbuild.plan.deck.fit import fit
from emmbuild.plan.deck.model import Draft, Para
from emmbuild.plan.deck.notes import facilitation, heading, key_of, noted
from emmbuild.plan.deck.prose import FULL, Context

_BEST = 5
_READABLE = 24  # points; a story that needs smaller words is told by its headlines
_WRAP_UP = ("check", "messages", "resources")  # what ends a section has groups of its own
_LISTS = {"objectives": "bullets", "guiding": "bullets", "messages": "number", "resources": "number", "links": "bullets"}


def box_drafts(box: Box, owner: str, context: Context) -> list[Draft]:
    """The slides of a box, in order. `owner` makes the key of a box without an id."""
    key = box.meta.id or f"{owner}/{box.role}"
    match box.role:
        case "case":
            drafts = _case(key, box, context)
        case "worksheet" | "application":
            drafts = _task(key, box, context)
        case "check":
            drafts = check_drafts(box.children, context, box)
        case role if role in _LISTS:
            drafts = [_listed(f"{context.edition.section.id}/{role}", box, context)]
        case _:
            drafts = _task(key, box, context)
    for draft in drafts:
        draft.group = context.para(box.title).plain if box.role in _WRAP_UP else ""
        draft.span = draft.span if draft.span.file else box.meta.span
    return drafts


def _listed(key: str, box: Box, context: Context) -> Draft:
    """One list: the first five where the list is of resources, all elsewhere."""
    items = [item for child in box.children if isinstance(child, Bullets) for item in child.items]
    cites = FULL if box.role == "resources" else "drop"
    mark = "number" if _LISTS[box.role] == "number" else "style"
    shown = items[:_BEST] if box.role == "resources" else items
    body = tuple(context.para(item.text, mark, cites=cites) for item in shown)
    front = context.edition.section.front
    notes = [heading(context.para(box.title), box.meta.minutes, context)]
    for item in items:
        notes += _expected(item, context, cites)
    notes += _notes_of(box, context)
    slots = {"body": body, "kicker": (context.para(front.title),)}
    return Draft(key, "content", context.para(box.title), slots, notes, common=True)


def _expected(item: Item, context: Context, cites: str) -> list[Para]:
    points = [child for child in item.children if isinstance(child, Notes)]
    if not points and cites != FULL:
        return []
    paras = [context.para(item.text, "", cites=cites)]
    return paras + [para for child in points for para in facilitation(child, context)]


def _notes_of(box: Box, context: Context) -> list[Para]:
    return [para for child in box.children if isinstance(child, Notes) for para in facilitation(child, context)]


def _kicker(box: Box, context: Context) -> Para:
    minutes = f" · {context.words.minutes(box.meta.minutes)}" if box.meta.minutes else ""
    return context.joined(context.para(box.kicker), minutes)


def _case(key: str, box: Box, context: Context) -> list[Draft]:
    """The story, in full where one slide holds it, else by its headlines; then the questions."""
    asked = [child for child in box.children if isinstance(child, Bullets) and child.role == "questions"]
    told = [child for child in box.children if child not in asked and not isinstance(child, Notes)]
    name, kicker = context.para(box.title), _kicker(box, context)
    start = heading(name, box.meta.minutes, context)
    slots: dict[str, tuple[Para, ...]] = {"body": tuple(_story(told, context)), "kicker": (kicker,)}
    story = Draft(key, "content", name, slots, [start, *noted(told, context)])
    shown = [
        shape.single(f"{key}/{n}", block, name, context) for n, block in enumerate(told, 1) if shape.stands_alone(block)
    ]
    for draft in shown:
        draft.notes, draft.slots["kicker"] = [start, *draft.said], (kicker,)
    if not asked:
        story.notes += _notes_of(box, context)
        return [story, *shown]
    title = context.joined(name, f" – {context.words('deck.questions')}")
    body = tuple(shape.in_full(asked, context))
    notes = [start, *_notes_of(box, context)]
    return [story, *shown, Draft(f"{key}/questions", "content", title, {"body": body, "kicker": (kicker,)}, notes)]


def _story(blocks: Sequence[Node], context: Context) -> list[Para]:
    full = shape.in_full(blocks, context)
    whole = fit(full, context.stage.layouts["content"].slots["body"], context.stage.body)
    if len(whole.parts) == 1 and whole.sizes[0] >= _READABLE:
        return full
    return [*shape.headlines(blocks, context), context.said(context.words("deck.full-story"), "")]


def _task(key: str, box: Box, context: Context) -> list[Draft]:
    """A worksheet or application: one slide for each part; what is written by hand is named in the notes."""
    name, kicker = context.para(box.title), _kicker(box, context)
    drafts: list[Draft] = []
    for place, (label, blocks) in enumerate(_parts(box.children)):
        here = f"{key}/{place}" if place else key
        word = context.para(label.text) if label else context.said(context.words("deck.material"))
        title = context.joined(name, " – ", word) if place else name
        if shape.stands_alone(blocks[0]):
            drafts.append(shape.single(here, blocks[0], title, context))
            continue
        head = [word._replace(role="label", mark="")] if label and not place else []
        paras = shape.in_full(blocks, context)
        layout = "statement" if len(paras) == 1 and place else "content"
        drafts.append(Draft(here, layout, title, {"body": (*head, *paras)}))
    drafts = drafts or [Draft(key, "content", name)]
    for draft in drafts:
        draft.slots["kicker"] = (kicker,)
        draft.notes = [heading(name, box.meta.minutes, context), *draft.said]
    drafts[0].notes += [*_written(box, context), *_notes_of(box, context)]
    return drafts


def _parts(children: Sequence[Node]) -> list[tuple[Paragraph | None, list[Node]]]:
    """Children by the label above them, tables and figures apart; notes and what is filled in do not come here."""
    parts: list[tuple[Paragraph | None, list[Node]]] = []
    label: Paragraph | None = None
    fresh = True
    for child in children:
        match child:
            case Paragraph(role="label"):
                label, fresh = child, True
            case Notes() | WriteSpace() | Table(fill=True):
                continue
            case _:
                alone = shape.stands_alone(child)
                if fresh or alone:
                    parts.append((label, []))
                parts[-1][1].append(child)
                fresh = alone
                label = None if alone else label
    return parts


def _written(box: Box, context: Context) -> list[Para]:
    """Tables and fields that the workbook holds for this task."""
    labels = [
        node.caption if isinstance(node, Table) else node.label
        for node in _leaves(box.children)
        if (isinstance(node, Table) and node.fill and node.caption) or isinstance(node, WriteSpace)
    ]
    if not labels:
        return []
    title = context.said(context.words("deck.notes.workbook"), "", bold=True)
    return [title, *(context.joined("– ", context.para(label, "")) for label in labels)]


def _leaves(blocks: Iterable[Node]) -> Iterator[Node]:
    """The blocks that hold no others."""
    for block in blocks:
        match block:
            case Box(children=children) | Quote(children=children) | Notes(children=children):
                yield from _leaves(children)
            case Bullets(items=items):
                for item in items:
                    yield from _leaves(item.children)
            case _:
                yield block


def check_drafts(children: Sequence[Node], context: Context, box: Box | None = None) -> list[Draft]:
    """A slide for each question, then one with its answer, which the room sees after the next click."""
    questions = [child for child in children if isinstance(child, Question)]
    kicker = context.para(box.title) if box else context.para(context.edition.section.front.title)
    drafts = []
    for number, question in enumerate(questions, 1):
        title = context.said(context.words("deck.question", number=number, count=len(questions)))
        drafts.append(_question(question, number, title, kicker, context))
        if question.keyed:
            drafts.append(answer(drafts[-1], question, context))
    return drafts


def _question(question: Question, number: int, title: Para, kicker: Para, context: Context) -> Draft:
    stem = [para._replace(role="stem", mark="") for para in shape.in_full(question.stem, context)]
    notes = [heading(title, question.meta.minutes, context), *key_of(question, context)]
    slots: dict[str, tuple[Para, ...]] = {"kicker": (kicker,)}
    if question.pairs:
        left = tuple(context.para(pair.left, "number") for pair in question.pairs)
        slots |= {"stem": tuple(stem), "body": left, "body 2": tuple(_choices(question, context))}
    else:
        slots["body"] = (*stem, *_choices(question, context))
    layout = "matching" if question.pairs else "question"
    key = question.meta.id or f"{context.edition.section.id}/question-{number}"
    return Draft(key, layout, title, slots, notes, span=question.meta.span, common=True)


def _choices(question: Question, context: Context) -> list[Para]:
    """What there is to choose from, in the order in which it is shown."""
    shown = question.shuffle
    if question.kind == "ordering":
        options = [question.options[place] for place in shown] if len(shown) == len(question.options) else question.options
        return [context.para(option.text, "letter") for option in options]
    if question.pairs:
        rights = (
            [question.pairs[place].right for place in shown]
            if len(shown) == len(question.pairs)
            else [pair.right for pair in question.pairs]
        )
        return [context.para(right, "letter") for right in rights]
    return [context.para(option.text, "letter") for option in question.options]
