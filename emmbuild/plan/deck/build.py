"""Edition → Deck: the order of the slides, then the fit of each.

Pure: the template comes in as a `Stage`, messages go out in `Deck.diagnostics`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from emmbuild.core.diagnostics import Diagnostic
from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Box, Heading, Node
from emmbuild.plan.deck.boxes import box_drafts
from emmbuild.plan.deck.model import Deck, DeckSlide, Draft, Para, Stage
from emmbuild.plan.deck.notes import heading
from emmbuild.plan.deck.place import place
from emmbuild.plan.deck.prose import Context
from emmbuild.plan.deck.topics import lead_drafts, topic_drafts


def plan_deck(edition: Edition, stage: Stage) -> Deck:
    """The deck of one section, every slide fitted to the stage."""
    context = Context(edition, stage)
    return _planned(list(_drafts(context)), context)


def plan_lesson(
    edition: Edition, stage: Stage, *, opening: bool = True, named: frozenset[str] = frozenset(), turn: int = 1
) -> Deck:
    """The slides of a section as a part of a larger deck: without thanks at its end, and perhaps without its title slide.

    Titles that every section has ("Learning objectives") say the section too, and so do those of the slides `named`; where
    that is not enough, they say which time it is that they come.
    """
    context = Context(edition, stage)
    drafts = list(_drafts(context, opening=opening, closing=False))
    mark = f" · {edition.section.id}"
    again = f"{mark} ({context.words.number(turn)})" if turn > 1 else mark
    for draft in drafts:
        if draft.key in named:
            draft.title = context.joined(draft.title, again)
        elif draft.common:
            draft.title = context.joined(draft.title, mark)
    return _planned(drafts, context)


def _planned(drafts: Sequence[Draft], context: Context) -> Deck:
    edition = context.edition
    front = edition.section.front
    slides: list[DeckSlide] = []
    groups: list[tuple[str, int]] = []
    diagnostics: list[Diagnostic] = []
    titles: dict[str, int] = {}
    for name, group in groupby(drafts, key=lambda draft: draft.group):
        before = len(slides)
        for draft in group:
            fitted, said = place(_titled(draft, titles, context), context)
            slides += fitted
            diagnostics += said
        groups.append((name, len(slides) - before))
    footer = context.joined(f"{front.id}  ", context.para(front.title))
    return Deck(
        f"{front.id} {front.title.plain}",
        edition.volume.plain,
        edition.language,
        footer,
        tuple(slides),
        tuple(groups),
        tuple(diagnostics),
    )


def _titled(draft: Draft, titles: dict[str, int], context: Context) -> Draft:
    """Numbers a title that another slide has already: titles are how people find slides."""
    plain = draft.title.plain
    count = titles[plain] = titles.get(plain, 0) + 1
    if count > 1:
        draft.title = context.joined(draft.title, f" ({context.words.number(count)})")
        titles[draft.title.plain] = 1
    return draft


def _drafts(context: Context, *, opening: bool = True, closing: bool = True) -> Iterator[Draft]:
    section = context.edition.section
    links = [block for block in section.blocks if isinstance(block, Box) and block.role == "links"]
    if opening:
        yield _opening(context)
    agenda = _agenda(section.blocks, context) if opening else None
    group, number = section.front.title.plain, 0
    for title, blocks in _topics(section.blocks):
        if title is None:
            drafts = lead_drafts(blocks, context)
        else:
            if agenda:
                yield agenda
                agenda = None
            number, group = number + 1, title.text.plain
            drafts = topic_drafts(number, title, [block for block in blocks if block not in links], context)
        for draft in drafts:
            draft.group = draft.group or group
            yield draft
    if closing:
        yield _closing(links, context)
    else:
        yield from (draft for box in links for draft in box_drafts(box, section.id, context))


def _topics(blocks: Sequence[Node]) -> Iterator[tuple[Heading | None, list[Node]]]:
    title: Heading | None = None
    held: list[Node] = []
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield title, held
            title, held = block, []
        else:
            held.append(block)
    yield title, held


def _opening(context: Context) -> Draft:
    edition = context.edition
    front = edition.section.front
    title = context.joined(f"{front.id}  ", context.para(front.title))
    slots: dict[str, tuple[Para, ...]] = {
        "body": (context.para(front.summary),) if front.summary else (),
        "kicker": (context.para(edition.volume),) if edition.volume else (),
        "caption": (context.para(edition.library.title),) if edition.library.title else (),
    }
    minutes = front.minutes.get("core", 0)
    return Draft(
        f"{front.id}/title",
        "title",
        title,
        slots,
        [heading(title, minutes, context)],
        span=front.span,
        group=front.title.plain,
    )


def _agenda(blocks: Sequence[Node], context: Context) -> Draft | None:
    topics = [block for block in blocks if isinstance(block, Heading) and block.level == 1]
    if len(topics) < 2:
        return None
    front = context.edition.section.front
    lines = [
        context.joined(
            context.para(topic.text), f" · {context.words.minutes(topic.meta.minutes)}" if topic.meta.minutes else ""
        )._replace(mark="number")
        for topic in topics
    ]
    title = context.said(context.words("deck.agenda"))
    slots = {"body": tuple(lines), "kicker": (context.para(front.title),)}
    key, notes = f"{front.id}/agenda", [heading(title, 0, context)]
    return Draft(key, "content", title, slots, notes, group=front.title.plain, common=True)


def _closing(links: Sequence[Box], context: Context) -> Draft:
    front = context.edition.section.front
    title = context.said(context.words("deck.closing"))
    slots: dict[str, tuple[Para, ...]] = {"caption": (context.joined(f"{front.id}  ", context.para(front.title)),)}
    notes = [heading(title, 0, context)]
    for box in links:
        (listed,) = box_drafts(box, front.id, context)
        body = listed.slots["body"]
        slots["body"] = (*slots.get("body", ()), listed.title._replace(role="label", mark=""), *body)
        notes += body
    return Draft(f"{front.id}/closing", "closing", title, slots, notes, group=title.plain)
