"""One draft becomes one slide or several: every slot measured, the flow split where it must be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from emmbuild.core.diagnostics import Diagnostic, error
from emmbuild.plan.deck.fit import Fit, continued, fit
from emmbuild.plan.deck.grids import fit_grid
from emmbuild.plan.deck.model import DeckSlide, Draft, Filled, Grid, Layout, Para, Slot
from emmbuild.plan.deck.prose import Context

_FLOWS = ("body", "body 2")


def place(draft: Draft, context: Context) -> tuple[list[DeckSlide], list[Diagnostic]]:
    """The slides of a draft, and what does not fit."""
    layout = context.stage.layouts[draft.layout]
    said: list[Diagnostic] = []
    flows, grids = _flows(draft, layout, context, said), _grids(draft, layout, context, said)
    parts = max([1, len(grids), *(len(found.parts) for found in flows.values())])
    fixed = dict(_fixed(draft, layout, context, said))
    slides = []
    for part in range(parts):
        title = _title(draft.title, part, parts, layout.slots["title"], context, said if not part else [])
        slots = {"title": title, **fixed}
        for name, found in flows.items():
            if part < len(found.parts):
                slots[name] = Filled(found.parts[part], _changed(found.sizes, layout.slots[name]))
        slides.append(
            DeckSlide(
                draft.key,
                draft.layout,
                slots,
                tuple(draft.notes) if not part else tuple(draft.notes[:1]),
                grids[part] if part < len(grids) else None,
                draft.figure,
                part + 1,
                parts,
                draft.hidden,
                draft.chart,
                draft.strip,
            )
        )
    return slides, said


def _title(title: Para, part: int, parts: int, slot: Slot, context: Context, said: list[Diagnostic]) -> Filled:
    if parts > 1:
        own = title.language.code == context.edition.language.code  # a title that fell back is in another language
        which = context.words("deck.part", part=part + 1, parts=parts) if own else f"({part + 1}/{parts})"
        title = context.joined(title, f" {which}")
    if title.mark != "style" or title.level or title.role != "body":
        title = title._replace(mark="style", level=0, role="body")
    found = fit([title], slot, context.stage.heading, split=False)
    said += _complaint(found, slot, title, context)
    return Filled((title,), _changed(found.sizes, slot))


def _flows(draft: Draft, layout: Layout, context: Context, said: list[Diagnostic]) -> dict[str, Fit]:
    found: dict[str, Fit] = {}
    for name in _FLOWS:
        paras = draft.slots.get(name)
        if not paras or name not in layout.slots:
            continue
        slot = layout.slots[name]
        whole = fit(paras, slot, context.stage.body)
        found[name] = whole if len(whole.parts) == 1 else replace(whole, parts=tuple(continued(whole.parts)))
        said += _complaint(whole, slot, paras[0], context, draft)
    smallest = min((one.sizes for one in found.values()), default=())
    return {name: replace(one, sizes=smallest) for name, one in found.items()} if len(found) > 1 else found


def _grids(draft: Draft, layout: Layout, context: Context, said: list[Diagnostic]) -> list[Grid]:
    if draft.grid is None:
        return []
    slot = layout.slots["area"]
    grids, excess = fit_grid(draft.grid, slot.frame, context.stage.body)
    said += _complaint(Fit((), (), excess), slot, draft.title, context, draft)
    return grids


def _fixed(draft: Draft, layout: Layout, context: Context, said: list[Diagnostic]) -> Iterator[tuple[str, Filled]]:
    """Slots that do not flow on to a next slide: kicker, number, caption."""
    for name, paras in draft.slots.items():
        if name in _FLOWS or name not in layout.slots or not paras:
            continue
        slot = layout.slots[name]
        found = fit(paras, slot, context.stage.body, split=False, rows=2 if name == "number" else 0)
        said += _complaint(found, slot, paras[0], context, draft)
        yield name, Filled(tuple(paras), _changed(found.sizes, slot))


def _changed(sizes: Sequence[float], slot: Slot) -> tuple[float, ...]:
    return () if tuple(sizes) == tuple(level.size for level in slot.levels) else tuple(sizes)


def _complaint(found: Fit, slot: Slot, para: Para, context: Context, draft: Draft | None = None) -> Iterator[Diagnostic]:
    if found.excess <= 0.5:
        return
    room = 100 * slot.height / (slot.height + found.excess)
    where = f" of {draft.key}" if draft else ""
    yield error(
        "DCK101",
        f"the text{where} does not fit on a slide in {context.edition.language.english_name}:"
        f" “{para.plain[:40]}…” is {found.excess:.0f} points too tall",
        draft.span if draft else context.edition.section.front.span,
        hint=f"shorten it to about {room:.0f} % of its length, or divide it into two paragraphs",
    )
