"""The slides of a topic: a divider, what the author shaped, else headline sentences, and what stands between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from emmbuild.core.nodes import (
    Box,
    Bullets,
    Definition,
    Figure,
    Heading,
    Item,
    Node,
    Notes,
    Paragraph,
    Question,
    Quote,
    Slide,
    Table,
)
from emmbuild.plan.deck import shape
from emmbuild.plan.deck.boxes import box_drafts, check_drafts
from emmbuild.plan.deck.model import Draft, Para
from emmbuild.plan.deck.notes import facilitation, heading, noted
from emmbuild.plan.deck.prose import Context

_SHOWN = (Paragraph, Bullets, Slide, Definition, Figure, Table, Quote)


@dataclass(slots=True)
class Topic:
    """One topic while its slides are made. `text` waits for the slide whose notes will carry it."""

    context: Context
    name: Para
    id: str
    minutes: int
    drafts: list[Draft] = field(default_factory=list)
    text: list[Node] = field(default_factory=list)
    home: Draft | None = None
    count: int = 0

    def key(self, block: Node) -> str:
        """The block's own id, else its place among the slides of the topic."""
        self.count += 1
        return block.meta.id or f"{self.id}/{self.count}"

    def backup(self, block: Node, draft: Draft) -> Draft:
        """A single slide of what "could" be shown is hidden, and says so above its title."""
        if block.meta.priority == "could":
            draft.hidden = True
            draft.slots["kicker"] = (self.context.joined(self.name, f" · {self.context.words('deck.if-time')}"),)
        return draft

    def add(self, draft: Draft) -> Draft:
        draft.notes = draft.notes or [heading(self.name, self.minutes, self.context), *draft.said]
        draft.slots.setdefault("kicker", (self.name,))
        self.drafts.append(draft)
        return draft


def topic_drafts(number: int, title: Heading, blocks: Sequence[Node], context: Context) -> list[Draft]:
    """All slides of the topic `number` that begins with the heading `title`."""
    topic = Topic(context, context.para(title.text), title.meta.id or f"topic-{number}", title.meta.minutes)
    if any(isinstance(block, _SHOWN) for block in blocks):
        topic.add(_divider(topic, number, title))
    if any(isinstance(block, Slide) for block in blocks):
        _walk(topic, blocks, shaped=True)
    else:
        for group in _by_heading(blocks):
            _walk(topic, group, shaped=False)
    return topic.drafts


def lead_drafts(blocks: Sequence[Node], context: Context) -> list[Draft]:
    """Slides of what stands before the first topic."""
    front = context.edition.section.front
    topic = Topic(context, context.para(front.title), front.id, 0)
    _walk(topic, blocks, shaped=any(isinstance(block, Slide) for block in blocks))
    return topic.drafts


def _by_heading(blocks: Sequence[Node]) -> list[list[Node]]:
    groups: list[list[Node]] = [[]]
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            groups.append([])
        groups[-1].append(block)
    return [group for group in groups if group]


def _walk(topic: Topic, blocks: Sequence[Node], *, shaped: bool) -> None:
    context = topic.context
    prose = [block for block in blocks if isinstance(block, Heading | Paragraph | Bullets)]
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Bullets() if shaped:
                topic.text.append(block)
            case Heading() | Paragraph() | Bullets():
                if prose:
                    topic.add(_headlines(topic, prose))
                prose = []
            case Slide():
                topic.home = topic.add(topic.backup(block, shape.shaped(topic.key(block), block, topic.name, context)))
                _settle(topic)
            case Notes():
                _under(topic, list(facilitation(block, context)))
            case _:
                for draft in _other(topic, block):
                    topic.add(draft)
    _settle(topic)


def _settle(topic: Topic) -> None:
    """The full text goes to the notes of the author's next slide, or of the last; never away."""
    paras = list(noted(topic.text, topic.context))
    topic.text = []
    if topic.home:
        topic.home.notes += paras
    elif paras:
        _under(topic, paras)


def _under(topic: Topic, paras: list[Para]) -> None:
    if not topic.drafts:
        topic.add(Draft(topic.id, "topic", topic.name, {"kicker": ()}))
    topic.drafts[-1].notes += paras


def _divider(topic: Topic, number: int, title: Heading) -> Draft:
    context = topic.context
    listed = {item.meta.id: item.text for item in _objectives(context)}
    aims = [context.para(listed[name]) for name in title.meta.objectives if name in listed]
    slots: dict[str, tuple[Para, ...]] = {"number": (context.said(context.words.number(number)),), "body": tuple(aims)}
    slots["kicker"] = (context.said(context.words.minutes(topic.minutes)),) if topic.minutes else ()
    notes = [heading(topic.name, topic.minutes, context), *aims]
    strip = context.strip(topic.name.plain, number)
    return Draft(topic.id, "topic", topic.name, slots, notes, span=title.meta.span, strip=strip)


def _objectives(context: Context) -> list[Item]:
    boxes = (block for block in context.edition.section.blocks if isinstance(block, Box) and block.role == "objectives")
    return [item for box in boxes for child in box.children if isinstance(child, Bullets) for item in child.items]


def _headlines(topic: Topic, prose: Sequence[Node]) -> Draft:
    """First sentences as bullets; the paragraphs themselves go to the notes."""
    context, anchor = topic.context, prose[0]
    key, title = topic.key(anchor), shape.key_points(topic.name, context)
    if isinstance(anchor, Heading):
        title, prose = context.para(anchor.text), prose[1:]
    notes = [heading(topic.name, topic.minutes, context), *noted(prose, context)]
    body = tuple(shape.headlines(prose, context))
    return Draft(key, "content", title, {"body": body}, notes, span=anchor.meta.span)


def _other(topic: Topic, block: Node) -> list[Draft]:
    context = topic.context
    if shape.stands_alone(block):
        return [topic.backup(block, shape.single(topic.key(block), block, topic.name, context))]
    match block:
        case Question():
            return check_drafts((block,), context)
        case Box():
            return box_drafts(block, topic.id, context)
        case _:
            topic.text.append(block)
            return []
