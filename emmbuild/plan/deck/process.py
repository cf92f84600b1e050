"""A list as a row of steps joined by arrows: native shapes that turn with the direction of reading."""

from __future__ import annotations

from collections.abc import Sequence

from emmbuild.core.drawing import Drawing, Shape
from emmbuild.core.nodes import Figure
from emmbuild.core.text import Text, words_of

MOST = 6
_WIDE, _HIGH = 1200.0, 480.0
_GAP, _TOP, _BOX = 34.0, 150.0, 210.0
_DOT = 64.0


def steps(items: Sequence[Text], numbers: Sequence[str]) -> Figure:
    """The drawing of up to `MOST` steps, and its alternative text. `numbers` are what stands above them."""
    shown = items[:MOST]
    wide = (_WIDE - _GAP * (len(shown) - 1)) / len(shown)
    shapes: list[Shape] = []
    for place, item in enumerate(shown):
        x = place * (wide + _GAP)
        if place:
            start, end, y = x - _GAP, x - 2, _TOP + _BOX / 2
            path = (("M", start, y), ("L", end, y))
            shapes.append(Shape("path", start, y, end - start, 0, path, stroke="ink", stroke_width=3, arrow_end=True))
        box = Shape("rect", x, _TOP, wide, _BOX, fill="light", stroke="primary", radius=10, label=item, font_size=26)
        middle = x + wide / 2 - _DOT / 2
        dot = Shape("ellipse", middle, _TOP - _DOT / 2 - 8, _DOT, _DOT, fill="primary", label=words_of(numbers[place]),
                    font_size=26, bold=True, ink="paper")  # fmt: skip
        shapes += [box, dot]
    alt = words_of(" → ".join(item.plain for item in shown), shown[0].lang if shown else "")
    return Figure(alt, drawing=Drawing(_WIDE, _HIGH, tuple(shapes)))
