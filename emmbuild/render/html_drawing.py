"""A drawing as clean inline SVG: shapes by colour role, words as HTML in foreignObject so that they wrap.

No style attributes (they would need a looser content security policy) and no ids (they would collide).
"""

from __future__ import annotations

from math import atan2, cos, pi, sin

from emmbuild.core.drawing import Drawing, Shape
from emmbuild.core.text import Text
from emmbuild.render.html_text import Page, inline, lang_of
from emmbuild.render.xml import attr

ROLES = ("primary", "secondary", "accent", "muted", "light", "ink", "paper")
ARROW = 5.0  # length of an arrowhead in stroke widths
MARGIN = 6.0


def svg(page: Page, drawing: Drawing, alt: Text) -> str:
    """The drawing, mirrored for right-to-left readers. An empty `alt` hides it from screen readers."""
    shown = drawing.mirrored() if page.edition.language.rtl else drawing
    name = f' role="img" aria-label="{attr(alt.plain)}"{lang_of(page, alt)}' if alt else ' aria-hidden="true"'
    body = "".join(_shape(page, shape) for shape in shown.shapes)
    box = f"0 0 {_n(shown.width)} {_n(shown.height)}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" class="drawing" viewBox="{box}"{name}>{body}</svg>'


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _paint(shape: Shape) -> str:
    fill, stroke = _colour("fill", shape.fill), _colour("stroke", shape.stroke)
    classes = " ".join(name for name, _ in (fill, stroke) if name)
    plain = "".join(value for _, value in (fill, stroke))
    width = f' stroke-width="{_n(shape.stroke_width)}"' if shape.stroke else ""
    dash = f' stroke-dasharray="{_n(shape.stroke_width * 3)} {_n(shape.stroke_width * 2)}"' if shape.dashed else ""
    return (f' class="{classes}"' if classes else "") + plain + width + dash


def _colour(kind: str, value: str) -> tuple[str, str]:
    """A class for a role, an attribute for a fixed colour or none."""
    if value in ROLES:
        return f"{kind}-{value}", ""
    return "", f' {kind}="{attr(value)}"' if value else f' {kind}="none"'


def _shape(page: Page, shape: Shape) -> str:
    words = _words(page, shape) if shape.label else ""
    match shape.kind:
        case "rect":
            radius = f' rx="{_n(shape.radius)}"' if shape.radius else ""
            box = f'x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.w)}" height="{_n(shape.h)}"'
            return f"<rect {box}{radius}{_paint(shape)}/>{words}"
        case "ellipse":
            rx, ry = shape.w / 2, shape.h / 2
            middle = f'cx="{_n(shape.x + rx)}" cy="{_n(shape.y + ry)}" rx="{_n(rx)}" ry="{_n(ry)}"'
            return f"<ellipse {middle}{_paint(shape)}/>{words}"
        case "path":
            steps = " ".join(" ".join((str(step[0]), *(_n(float(v)) for v in step[1:]))) for step in shape.steps)
            return f'<path d="{steps}"{_paint(shape)}/>{_heads(shape)}{words}'
        case _:
            return words


def _words(page: Page, shape: Shape) -> str:
    assert shape.label
    x, y, w, h = _room(shape)
    place = f"label label-free label-{shape.anchor}" if shape.kind == "label" else "label label-middle"
    classes = f"{place} ink-{shape.ink}" if shape.ink in ROLES else place
    weight = ' font-weight="700"' if shape.bold else ""
    language = page.edition.language_of(shape.label)
    tag = f'lang="{attr(language.tag)}" dir="{language.direction}"'
    box = f'x="{_n(x)}" y="{_n(y)}" width="{_n(w)}" height="{_n(h)}"'
    inner = f"<span>{inline(page, shape.label)}</span>"
    words = f'<div xmlns="http://www.w3.org/1999/xhtml" class="{classes}" {tag}>{inner}</div>'
    return f'<foreignObject {box} font-size="{_n(shape.font_size)}"{weight}>{words}</foreignObject>'


def _room(shape: Shape) -> tuple[float, float, float, float]:
    """Where the words may stand: inside the shape, with a margin; in an ellipse, its inner rectangle."""
    if shape.kind == "ellipse":
        dx, dy = shape.w * 0.13, shape.h * 0.13
        return shape.x + dx, shape.y + dy, shape.w - 2 * dx, shape.h - 2 * dy
    if shape.kind == "label":
        return shape.x, shape.y, shape.w, shape.h
    return shape.x + MARGIN, shape.y, max(shape.w - 2 * MARGIN, 1.0), shape.h


def _heads(shape: Shape) -> str:
    points = [tuple(float(v) for v in step[1:]) for step in shape.steps if len(step) > 1]
    flat = [(p[i], p[i + 1]) for p in points for i in range(0, len(p), 2)]
    if len(flat) < 2:
        return ""
    out = _head(flat[-2], flat[-1], shape) if shape.arrow_end else ""
    return out + (_head(flat[1], flat[0], shape) if shape.arrow_start else "")


def _head(start: tuple[float, float], tip: tuple[float, float], shape: Shape) -> str:
    """A triangle whose tip is the end of the line."""
    turn, size = atan2(tip[1] - start[1], tip[0] - start[0]), ARROW * max(shape.stroke_width, 2.0)
    sides = [(tip[0] - size * cos(turn + side), tip[1] - size * sin(turn + side)) for side in (pi / 7, -pi / 7)]
    corners = [tip, *sides]
    name, plain = _colour("fill", shape.stroke or "ink")
    paint = f' class="{name}"' if name else plain
    return f'<polygon points="{" ".join(f"{_n(x)},{_n(y)}" for x, y in corners)}"{paint}/>'
