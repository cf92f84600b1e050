"""Drawings as DrawingML: geometry, colours, lines and label sizes that slides and documents share.

The namespace prefix is `a:`; what goes around (`p:sp`, `wps:wsp`) is each writer's own.
"""

from __future__ import annotations

from emmbuild.core.drawing import Shape, Step
from emmbuild.core.edition import Theme
from emmbuild.plan import measure

EMU_PER_POINT = 12700
LABEL_INSET = 4.0  # points of air on each side of a label
_ROUND = 0.707  # the part of an ellipse's box that words may fill
_VERBS = {"M": "moveTo", "L": "lnTo", "C": "cubicBezTo", "Q": "quadBezTo"}


def hex_of(role: str, theme: Theme) -> str:
    """ "primary" or "#0b3c5d" → "0B3C5D"."""
    return theme.colours.get(role, role).lstrip("#").upper()


def fill(role: str, theme: Theme) -> str:
    if not role:
        return "<a:noFill/>"
    return f'<a:solidFill><a:srgbClr val="{hex_of(role, theme)}"/></a:solidFill>'


def properties(shape: Shape, theme: Theme, unit: float, *, dx: float = 0.0, dy: float = 0.0) -> str:
    """What stands inside spPr. `unit` = EMU for one unit of the drawing; dx, dy = EMU added to the place."""
    return f"{geometry(shape, unit, dx, dy)}{fill(shape.fill, theme)}{line(shape, theme, unit)}"


def geometry(shape: Shape, unit: float, dx: float = 0.0, dy: float = 0.0) -> str:
    if shape.kind == "path" and shape.steps:
        return _path(shape, unit, dx, dy)
    place = _xfrm(shape.x * unit + dx, shape.y * unit + dy, shape.w * unit, shape.h * unit)
    if shape.kind == "ellipse":
        return place + _preset("ellipse")
    if shape.radius > 0 and min(shape.w, shape.h) > 0:
        bend = min(50000, round(shape.radius / min(shape.w, shape.h) * 100000))
        return place + _preset("roundRect", f'<a:gd name="adj" fmla="val {bend}"/>')
    return place + _preset("rect")


def line(shape: Shape, theme: Theme, unit: float) -> str:
    if not shape.stroke or shape.kind == "label":
        return "<a:ln><a:noFill/></a:ln>"
    dash = '<a:prstDash val="dash"/>' if shape.dashed else ""
    start = '<a:headEnd type="triangle" w="med" len="med"/>' if shape.arrow_start else ""
    end = '<a:tailEnd type="triangle" w="med" len="med"/>' if shape.arrow_end else ""
    return (
        f'<a:ln w="{max(6350, round(shape.stroke_width * unit))}">{fill(shape.stroke, theme)}{dash}<a:round/>'
        f"{start}{end}</a:ln>"
    )


def label_points(shape: Shape, unit: float, family: str, *, floor: float = 7.0) -> float:
    """The size in points at which the label fits its shape: the drawn size, or less, never below `floor`."""
    if shape.label is None:
        return 0.0
    part = _ROUND if shape.kind == "ellipse" else 1.0
    wide = max(1.0, shape.w * unit / EMU_PER_POINT * part - 2 * LABEL_INSET)
    high = shape.h * unit / EMU_PER_POINT * part
    runs = ((shape.label.plain, shape.bold),)
    size = wanted = max(floor, round(shape.font_size * unit / EMU_PER_POINT * 2) / 2)
    while size > floor and not _fits(runs, size, wide, high, family):
        size -= 0.5
    return min(wanted, size)


def _fits(runs: tuple[tuple[str, bool], ...], size: float, wide: float, high: float, family: str) -> bool:
    if measure.widest_word(runs, size, family) > wide:
        return False
    return measure.lines(runs, size, wide, family) * measure.line_height(family) * size <= high


def _xfrm(x: float, y: float, w: float, h: float, flips: str = "") -> str:
    return (
        f'<a:xfrm{flips}><a:off x="{round(x)}" y="{round(y)}"/>'
        f'<a:ext cx="{max(0, round(w))}" cy="{max(0, round(h))}"/></a:xfrm>'
    )


def _preset(name: str, adjust: str = "") -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst>{adjust}</a:avLst></a:prstGeom>'


def _path(shape: Shape, unit: float, dx: float, dy: float) -> str:
    points = [(float(step[i]), float(step[i + 1])) for step in shape.steps for i in range(1, len(step), 2)]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    box = (left * unit + dx, top * unit + dy, (right - left) * unit, (bottom - top) * unit)
    if [step[0] for step in shape.steps] == ["M", "L"]:
        (x1, y1), (x2, y2) = points
        flips = (' flipH="1"' if x2 < x1 else "") + (' flipV="1"' if y2 < y1 else "")
        return _xfrm(*box, flips) + _preset("line")
    steps = "".join(_step(step, left, top, unit) for step in shape.steps)
    empty = "" if shape.fill else ' fill="none"'
    return _xfrm(*box) + (
        '<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>'
        f'<a:pathLst><a:path w="{max(1, round(box[2]))}" h="{max(1, round(box[3]))}"{empty}>{steps}</a:path>'
        "</a:pathLst></a:custGeom>"
    )


def _step(step: Step, left: float, top: float, unit: float) -> str:
    if step[0] == "Z":
        return "<a:close/>"
    numbers = [float(value) for value in step[1:]]
    points = "".join(
        f'<a:pt x="{round((x - left) * unit)}" y="{round((y - top) * unit)}"/>'
        for x, y in zip(numbers[::2], numbers[1::2], strict=True)
    )
    verb = _VERBS[str(step[0])]
    return f"<a:{verb}>{points}</a:{verb}>"
