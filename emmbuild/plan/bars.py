"""Bar charts of shares as drawings: native shapes in Word, clean SVG in web pages, mirrored for right-to-left readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from emmbuild.core.drawing import Drawing, Shape
from emmbuild.core.edition import Words
from emmbuild.core.text import Text, words_of

WIDTH, _LABEL, _BAR, _GAP, _SIZE, _VALUE = 960.0, 330.0, 22.0, 16.0, 19.0, 70.0
_COLOURS = ("muted", "primary", "accent")


@dataclass(frozen=True, slots=True)
class Bars:
    """One line of a chart: its label and a share (0 to 100) for each series, None = nothing known."""

    label: Text
    shares: tuple[float | None, ...]


def chart(lines: Sequence[Bars], series: Sequence[Text], words: Words) -> Drawing:
    """The bars from 0 to 100 per cent, each with its figure; above them which colour means what."""
    shapes: list[Shape] = []
    top = 8.0
    if len(series) > 1:
        for place, name in enumerate(series):
            x = _LABEL + place * 200
            shapes.append(Shape("rect", x, top + 3, 20, 20, fill=_COLOURS[place]))
            shapes.append(_words(x + 28, top, 160, name))
        top += 40
    room = WIDTH - _LABEL - _VALUE
    for line in lines:
        height = max(1, len(line.shares)) * _BAR
        shapes.append(_words(0, top + height / 2 - 13, _LABEL - 14, line.label))
        for place, share in enumerate(line.shares):
            if share is None:
                continue
            y = top + place * _BAR
            length = max(2.0, room * min(100.0, share) / 100)
            shapes.append(Shape("rect", _LABEL, y + 1, length, _BAR - 2, fill=_COLOURS[place if len(series) > 1 else 1]))
            shapes.append(_words(_LABEL + length + 8, y - 2, _VALUE - 8, words_of(words.percent(share)), 17))
        top += height + _GAP
    axis = Shape("path", _LABEL, 0, 0, 0, steps=(("M", _LABEL, 0.0), ("L", _LABEL, top)), stroke="ink", stroke_width=1.5)
    return Drawing(WIDTH, top + 4, (*shapes, axis))


def _words(x: float, y: float, width: float, text: Text, size: float = _SIZE) -> Shape:
    return Shape("label", x, y, width, 26, label=text, font_size=size, anchor="start")
