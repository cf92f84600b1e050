"""Bar charts of shares as drawings: native shapes in Word, clean SVG in web pages, mirrored for right-to-left readers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from emmbuild.core.drawing import Drawing, Shape
from emmbuild.core.edition import Words
from emmbuild.core.text import Text, words_of

WIDTH, _BAR, _GAP, _SIZE, _VALUE = 960.0, 22.0, 16.0, 18.0, 70.0
_LETTER, _NARROWEST, _WIDEST = 9.4, 110.0, 480.0
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
    left = min(_WIDEST, max(_NARROWEST, max((len(line.label.plain) for line in lines), default=0) * _LETTER + 16))
    if len(series) > 1:
        for place, name in enumerate(series):
            x = left + place * 200
            shapes.append(Shape("rect", x, top + 3, 20, 20, fill=_COLOURS[place]))
            shapes.append(_words(x + 28, top, 160, name))
        top += 40
    room = WIDTH - left - _VALUE
    for line in lines:
        height = max(1, len(line.shares)) * _BAR
        shapes.append(_words(0, top + height / 2 - 13, left - 14, line.label))
        for place, share in enumerate(line.shares):
            if share is None:
                continue
            y = top + place * _BAR
            length = max(2.0, room * min(100.0, share) / 100)
            shapes.append(Shape("rect", left, y + 1, length, _BAR - 2, fill=_COLOURS[place if len(series) > 1 else 1]))
            shapes.append(_words(left + length + 8, y - 2, _VALUE - 8, words_of(words.percent(share)), 17))
        top += height + _GAP
    axis = Shape("path", left, 0, 0, 0, steps=(("M", left, 0.0), ("L", left, top)), stroke="ink", stroke_width=1.5)
    return Drawing(WIDTH, top + 4, (*shapes, axis))


def _words(x: float, y: float, width: float, text: Text, size: float = _SIZE) -> Shape:
    return Shape("label", x, y, width, 26, label=text, font_size=size, anchor="start")
