"""The strip "where we are": a row of stops, the present one larger, in bold and in colour."""

from __future__ import annotations

from collections.abc import Callable

from emmbuild.core.drawing import Drawing, Shape
from emmbuild.core.edition import Edition
from emmbuild.core.text import words_of
from emmbuild.plan.deck import Frame, Strip
from emmbuild.plan.deck.model import POINT
from emmbuild.render.xml import attr
from emmbuild.writers.pptx.drawing import group
from emmbuild.writers.pptx.text import Pen

_GAP, _WIDEST, _INSET = 6.0, 66.0, 4.0
_POINTS = 14.0


def strip_group(strip: Strip, frame: Frame, edition: Edition, pen: Pen, next_id: Callable[[], int]) -> str:
    """The stops as native shapes at the side where reading begins."""
    wide, high = frame.w / POINT, frame.h / POINT
    step = min(_WIDEST, (wide - _GAP * (len(strip.stops) - 1)) / len(strip.stops))
    shapes = []
    for place, words in enumerate(strip.stops):
        now = place == strip.now
        inset = 0.0 if now else _INSET
        shapes.append(
            Shape("rect", place * (step + _GAP), inset, step, high - 2 * inset, fill="primary" if now else "light",
                  radius=4, label=words_of(words), font_size=_POINTS, bold=now, ink="paper" if now else "ink")
        )  # fmt: skip
    drawing = Drawing(wide, high, tuple(shapes))
    return group(drawing, frame, edition, pen, f'descr="{attr(strip.about)}"', "", next_id)
