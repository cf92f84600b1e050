"""A drawing as a group of native shapes that a trainer can move and edit.

The group's own coordinates are EMU at their final size, so that words keep their point size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from emmbuild.core.drawing import Drawing, Shape, Step
from emmbuild.core.edition import Edition, Theme
from emmbuild.core.text import Text
from emmbuild.plan import measure
from emmbuild.plan.deck import Frame, Level, Para
from emmbuild.plan.deck.model import POINT
from emmbuild.plan.deck.prose import Context
from emmbuild.writers.pptx.recolour import colour_of
from emmbuild.writers.pptx.text import Pen, runs

SMALLEST = 12.0
_STEPS = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
_CENTRED, _START, _END = Level(18, align="ctr"), Level(18), Level(18, align="r")
_COMMANDS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Q": "quadBezTo"}
_PADDING = 4.0


@dataclass(frozen=True, slots=True)
class Place:
    """From the drawing's units to EMU on the slide."""

    x: int
    y: int
    scale: float

    def at(self, x: float, y: float) -> tuple[int, int]:
        return self.x + round(x * self.scale), self.y + round(y * self.scale)

    def length(self, value: float) -> int:
        return round(value * self.scale)

    def points(self, value: float) -> float:
        return value * self.scale / POINT


def group(
    drawing: Drawing, frame: Frame, edition: Edition, pen: Pen, about: str, extra: str, next_id: Callable[[], int]
) -> str:
    """The drawing as large as the frame allows, in its middle; mirrored for right-to-left readers."""
    scale = min(frame.w / drawing.width, frame.h / drawing.height)
    wide, high = round(drawing.width * scale), round(drawing.height * scale)
    place = Place(frame.x + (frame.w - wide) // 2, frame.y + (frame.h - high) // 2, scale)
    number = next_id()
    shown = drawing.mirrored() if pen.rtl else drawing
    shapes = "".join(_shape(shape, place, edition, pen, next_id()) for shape in shown.shapes)
    box = f'<a:off x="{place.x}" y="{place.y}"/><a:ext cx="{wide}" cy="{high}"/>'
    inner = f'<a:chOff x="{place.x}" y="{place.y}"/><a:chExt cx="{wide}" cy="{high}"/>'
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{number}" name="Figure {number}" {about}>{extra}</p:cNvPr><p:cNvGrpSpPr/>'
        f"<p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>{box}{inner}</a:xfrm></p:grpSpPr>{shapes}</p:grpSp>"
    )


def _shape(shape: Shape, place: Place, edition: Edition, pen: Pen, number: int) -> str:
    x, y = place.at(shape.x, shape.y)
    wide, high = place.length(shape.w), place.length(shape.h)
    geometry, flips = _geometry(shape, place, wide, high)
    body = _words(shape, place, edition, pen)
    kind = ' txBox="1"' if shape.kind == "label" else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{shape.kind.title()} {number}"/>'
        f"<p:cNvSpPr{kind}/><p:nvPr/></p:nvSpPr>"
        f'<p:spPr><a:xfrm{flips}><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>{geometry}'
        f"{_fill(shape, edition.theme)}{_line(shape, place, edition.theme)}</p:spPr>{body}</p:sp>"
    )


def _geometry(shape: Shape, place: Place, wide: int, high: int) -> tuple[str, str]:
    """The outline, and attributes that flip it."""
    if shape.kind == "ellipse":
        return '<a:prstGeom prst="ellipse"><a:avLst/></a:prstGeom>', ""
    if shape.kind != "path":
        if shape.radius and min(shape.w, shape.h):
            round_by = min(50000, round(shape.radius * 100000 / min(shape.w, shape.h)))
            guide = f'<a:avLst><a:gd name="adj" fmla="val {round_by}"/></a:avLst>'
            return f'<a:prstGeom prst="roundRect">{guide}</a:prstGeom>', ""
        return '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', ""
    if _straight(shape.steps):
        (_, x1, y1), (_, x2, y2) = shape.steps
        flips = (' flipH="1"' if float(x2) < float(x1) else "") + (' flipV="1"' if float(y2) < float(y1) else "")
        return '<a:prstGeom prst="line"><a:avLst/></a:prstGeom>', flips
    return _path(shape, place, wide, high), ""


def _straight(steps: tuple[Step, ...]) -> bool:
    return [step[0] for step in steps] == ["M", "L"]


def _path(shape: Shape, place: Place, wide: int, high: int) -> str:
    steps = "".join(_step(step, shape, place) for step in shape.steps)
    fill = "" if shape.fill else ' fill="none"'
    return (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{max(wide, 1)}" h="{max(high, 1)}"{fill}>{steps}</a:path></a:pathLst></a:custGeom>'
    )


def _step(step: Step, shape: Shape, place: Place) -> str:
    name = str(step[0])
    if name == "Z":
        return "<a:close/>"
    numbers = [float(value) for value in step[1:]]
    points = "".join(
        f'<a:pt x="{place.length(x - shape.x)}" y="{place.length(y - shape.y)}"/>'
        for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    )
    return f"<a:{_COMMANDS[name]}>{points}</a:{_COMMANDS[name]}>"


def _fill(shape: Shape, theme: Theme) -> str:
    return _solid(shape.fill, theme) if shape.fill and shape.kind != "label" else "<a:noFill/>"


def _solid(colour: str, theme: Theme) -> str:
    return f"<a:solidFill>{colour_of(colour, theme)}</a:solidFill>"


def _line(shape: Shape, place: Place, theme: Theme) -> str:
    if not shape.stroke or shape.kind == "label":
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="dash"/>' if shape.dashed else ""
    arrows = ('<a:headEnd type="triangle"/>' if shape.arrow_start else "") + (
        '<a:tailEnd type="triangle"/>' if shape.arrow_end else ""
    )
    return f'<a:ln w="{place.length(shape.stroke_width)}">{_solid(shape.stroke, theme)}{dash}{arrows}</a:ln>'


def _words(shape: Shape, place: Place, edition: Edition, pen: Pen) -> str:
    if shape.label is None or not shape.label:
        return "<p:txBody><a:bodyPr/><a:lstStyle/><a:p/></p:txBody>" if shape.kind == "label" else ""
    para = _para(shape.label, edition)
    level = {"middle": _CENTRED, "start": _START, "end": _END}[shape.anchor if shape.kind == "label" else "middle"]
    size, _ = fitted(shape, para, place.scale, edition)
    colour = colour_of(shape.ink or "ink", edition.theme)
    inset, anchor = (0, "t") if shape.kind == "label" else (place.length(_PADDING), "ctr")
    return (
        f'<p:txBody><a:bodyPr wrap="square" lIns="{inset}" tIns="0" rIns="{inset}" bIns="0" anchor="{anchor}">'
        f"<a:noAutofit/></a:bodyPr><a:lstStyle/>{_aligned(para, level, pen, size, shape.bold, colour)}</p:txBody>"
    )


def _aligned(para: Para, level: Level, pen: Pen, size: float, bold: bool, colour: str) -> str:
    """A label's paragraph says its alignment itself: a text box has no layout to take it from."""
    rtl = f' rtl="{int(para.language.rtl)}"' if para.language.rtl or pen.rtl else ""
    return f'<a:p><a:pPr algn="{level.align}"{rtl}/>{runs(para, pen, size, bold, colour)}</a:p>'


def _para(text: Text, edition: Edition) -> Para:
    return Context(edition, None).para(text, "")  # type: ignore[arg-type]


def fitted(shape: Shape, para: Para, scale: float, edition: Edition) -> tuple[float, bool]:
    """The size in points at which the label fits its shape, and whether it fits at all."""
    family = edition.theme.font(edition.language.script).body
    base = shape.font_size * scale / POINT
    room, high = _room(shape, scale)
    size = base
    for step in _STEPS:
        size = max(min(SMALLEST, base), base * step)
        said = [(run.text, run.bold or shape.bold) for run in para.runs]
        count = measure.lines(said, size, room, family)
        if count * size * measure.line_height(family) <= high and measure.widest_word(said, size, family) <= room:
            return round(size * 2) / 2, True
    return round(size * 2) / 2, False


def _room(shape: Shape, scale: float) -> tuple[float, float]:
    part = 0.72 if shape.kind == "ellipse" else 1.0
    padding = 2 * _PADDING if shape.kind != "label" else 0.0
    points = scale / POINT
    return max(1.0, (shape.w - padding) * points * part), shape.h * points * part


def labels_too_long(drawing: Drawing, frame: Frame, edition: Edition) -> Iterator[str]:
    """Labels that do not fit their shapes even at the smallest size."""
    scale = min(frame.w / drawing.width, frame.h / drawing.height)
    for shape in drawing.shapes:
        if shape.label and shape.kind != "label":
            para = _para(shape.label, edition)
            if not fitted(shape, para, scale, edition)[1]:
                yield para.plain
