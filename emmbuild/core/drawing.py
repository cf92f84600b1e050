"""A drawing as plain shapes, so that each format can draw it in its own way.

Readers make drawings from SVG; writers turn them into DrawingML or clean SVG. Coordinates are the
drawing's own units (its viewBox), y downwards, origin at the top left.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from emmbuild.core.text import Text

# A path step: ("M", x, y), ("L", x, y), ("C", x1, y1, x2, y2, x, y), ("Q", x1, y1, x, y) or ("Z",); absolute.
Step = tuple[str | float, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape. `kind` is rect, ellipse, path or label (words without a shape of their own).

    `fill` and `stroke` are colour roles (primary, secondary, accent, muted, light, ink, paper),
    "#rrggbb" or "". A line is an unfilled path. `anchor` (labels only): start, middle or end.
    """

    kind: str
    x: float
    y: float
    w: float
    h: float
    steps: tuple[Step, ...] = ()
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 2.0
    dashed: bool = False
    radius: float = 0.0
    arrow_start: bool = False
    arrow_end: bool = False
    label: Text | None = None
    font_size: float = 20.0
    bold: bool = False
    ink: str = "ink"
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Drawing:
    width: float
    height: float
    shapes: tuple[Shape, ...]
    mirrorable: bool = True

    def mirrored(self) -> Drawing:
        """The drawing for right-to-left readers: places swap sides, words stay readable."""
        if not self.mirrorable:
            return self
        return replace(self, shapes=tuple(_mirror(shape, self.width) for shape in self.shapes))


_SWAP = {"start": "end", "end": "start", "middle": "middle"}


def _mirror(shape: Shape, width: float) -> Shape:
    return replace(
        shape,
        x=width - shape.x - shape.w,
        steps=tuple(_mirror_step(step, width) for step in shape.steps),
        anchor=_SWAP[shape.anchor],
    )


def _mirror_step(step: Step, width: float) -> Step:
    flipped: list[str | float] = [step[0]]
    for place, value in enumerate(step[1:]):
        flipped.append(value if place % 2 else width - float(value))
    return tuple(flipped)
