"""The kinds of slides there are, for galleries: what a planned slide is of."""

from __future__ import annotations

import re

from emmbuild.plan.deck.model import DeckSlide

_LISTS = ("objectives", "guiding", "agenda", "messages", "resources", "links", "questions")
_BOXES = {"C": "case", "W": "worksheet", "A": "application"}
_BOX = re.compile(r"\.([CWA])\d+$")


def kind_of(slide: DeckSlide) -> str:
    """A name such as "content", "chart-pie", "answer" or "worksheet"."""
    if slide.hidden:
        return "backup"
    if slide.parts > 1:
        return "continued"
    if slide.chart:
        return f"chart-{slide.chart.kind}"
    if slide.figure:
        return "picture" if slide.figure.picture else ("figure" if slide.figure.caption else "steps")
    if slide.grid:
        return "table"
    if slide.layout in ("question", "matching"):
        return f"{slide.layout}-answer" if slide.key.endswith("/answer") else slide.layout
    last, box = slide.key.rsplit("/", 1)[-1], _BOX.search(slide.key)
    if slide.layout == "content" and last in _LISTS:
        return last
    if box and slide.layout == "content":
        return _BOXES[box[1]]
    return "sourced-statement" if slide.layout == "statement" and slide.slots.get("caption") else slide.layout
