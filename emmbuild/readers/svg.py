"""SVG in the house's profile → `Drawing`. What is not in the profile is reported, never passed on.

docs/source-format.md, "Drawings", says what may be used. Parsing is expat with every DOCTYPE refused,
so there are no entities and no network.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from emmbuild.core.diagnostics import ContentError, Diagnostic, Span, error, warning
from emmbuild.core.drawing import Drawing, Shape, Step
from emmbuild.core.text import Text
from emmbuild.readers.path_data import box_of, steps_of

ROLES = ("primary", "secondary", "accent", "muted", "light", "ink", "paper")
_DARK = ("primary", "secondary", "accent", "muted", "ink")
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_TRANSLATE = re.compile(r"\s*translate\(\s*(-?[\d.]+)(?:[\s,]+(-?[\d.]+))?\s*\)\s*")
_IGNORED = {"title", "desc", "metadata"}
_SHAPES = {"rect", "circle", "ellipse", "line", "polyline", "polygon", "path"}


@dataclass(slots=True)
class _State:
    """What an element inherits from the groups around it."""

    dx: float = 0.0
    dy: float = 0.0
    paint: dict[str, str] = field(default_factory=dict)
    shape: int = -1  # place in `shapes` of the group's shape that takes a label


@dataclass(slots=True)
class _Reader:
    file: str
    make_text: Callable[[str, Span], Text]
    parser: expat.XMLParserType
    shapes: list[Shape] = field(default_factory=list)
    problems: list[Diagnostic] = field(default_factory=list)
    stack: list[_State] = field(default_factory=list)
    size: tuple[float, float] = (0.0, 0.0)
    mirrorable: bool = True
    skipping: int = 0
    words: list[str] | None = None
    text_place: Span = Span()
    text_attributes: dict[str, str] = field(default_factory=dict)

    def here(self) -> Span:
        return Span(self.file, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def refuse(self, *_: object) -> None:
        raise ContentError(
            error("FIG105", "a drawing may not have a DOCTYPE", self.here(), hint="delete the <!DOCTYPE …> line")
        )

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rsplit(":", 1)[-1]
        if self.skipping or name in _IGNORED:
            self.skipping += 1
            return
        if len(self.stack) > 30 or len(self.shapes) > 2000:
            raise ContentError(error("FIG105", "this drawing is too large or nested too deeply", self.here()))
        if name == "svg":
            self.svg(attributes)
        elif name == "g":
            self.stack.append(self.inherit(attributes))
        elif name == "text":
            self.words, self.text_place, self.text_attributes = [], self.here(), attributes
        elif name == "tspan" and self.words is not None:
            self.words.append(" ")
        elif name in _SHAPES:
            self.shape(name, attributes)
        else:
            self.skipping += 1
            self.problems.append(
                warning(
                    "FIG105",
                    f"<{name}> cannot be drawn and is left out",
                    self.here(),
                    hint="use the shapes that docs/source-format.md lists",
                )
            )

    def end(self, tag: str) -> None:
        name = tag.rsplit(":", 1)[-1]
        if self.skipping:
            self.skipping -= 1
        elif name == "g":
            self.stack.pop()
        elif name == "text" and self.words is not None:
            self.label(" ".join("".join(self.words).split()))
            self.words = None

    def characters(self, data: str) -> None:
        if self.words is not None and not self.skipping:
            self.words.append(data)

    def svg(self, attributes: dict[str, str]) -> None:
        try:
            x, y, width, height = (float(part) for part in attributes.get("viewBox", "").replace(",", " ").split())
        except ValueError:
            raise ContentError(
                error("FIG104", "the drawing has no viewBox", self.here(), hint='give <svg> a viewBox="0 0 960 400"')
            ) from None
        if not (0 < width <= 10_000 and 0 < height <= 10_000):
            raise ContentError(error("FIG104", "the viewBox is empty or too large", self.here()))
        self.size, self.mirrorable = (width, height), "no-mirror" not in attributes.get("class", "").split()
        paint = {key: attributes[key] for key in _INHERITED if key in attributes}
        self.stack.append(_State(-x, -y, paint))

    def inherit(self, attributes: dict[str, str]) -> _State:
        outer = self.stack[-1]
        move = _TRANSLATE.fullmatch(attributes.get("transform", "translate(0 0)"))
        if not move:
            self.problems.append(warning("FIG105", 'only transform="translate(x y)" can be drawn', self.here()))
        dx, dy = (float(move[1]), float(move[2] or 0)) if move else (0.0, 0.0)
        paint = {**outer.paint, **{key: attributes[key] for key in _INHERITED if key in attributes}}
        return _State(outer.dx + dx, outer.dy + dy, paint)

    def number(self, attributes: dict[str, str], name: str, default: float = 0.0) -> float:
        try:
            return float(attributes.get(name, default))
        except ValueError:
            self.problems.append(warning("FIG105", f"{name}={attributes[name]!r} is not a number", self.here()))
            return default

    def colour(self, value: str) -> str:
        if value in ROLES or value in ("", "none"):
            return "" if value == "none" else value
        if _HEX.fullmatch(value):
            return value.lower() if len(value) == 7 else "#" + "".join(c * 2 for c in value[1:].lower())
        self.problems.append(
            warning("FIG105", f"the colour {value!r} is not known", self.here(), hint="use a role: " + ", ".join(ROLES))
        )
        return "ink"

    def shape(self, name: str, attributes: dict[str, str]) -> None:
        own = self.inherit(attributes)

        def get(key: str) -> float:
            return self.number(attributes, key)

        steps: tuple[Step, ...] = ()
        radius, kind = 0.0, "path"
        if name == "rect":
            kind, box, radius = "rect", (get("x"), get("y"), get("width"), get("height")), get("rx")
        elif name in ("circle", "ellipse"):
            rx, ry = (get("r"), get("r")) if name == "circle" else (get("rx"), get("ry"))
            kind, box = "ellipse", (get("cx") - rx, get("cy") - ry, 2 * rx, 2 * ry)
        else:
            steps = self.steps(name, attributes)
            if not steps:
                return
            steps = tuple(_moved(step, own.dx, own.dy) for step in steps)
            box = box_of(steps)
        x, y = (box[0], box[1]) if steps else (box[0] + own.dx, box[1] + own.dy)
        line = name in ("line", "polyline")
        marks = attributes.get("class", "").split()
        shape = Shape(
            kind,
            x,
            y,
            box[2],
            box[3],
            steps,
            fill="" if line else self.colour(own.paint.get("fill", "ink")),
            stroke=self.colour(own.paint.get("stroke", "ink" if line else "none")),
            stroke_width=self.number(own.paint, "stroke-width", 2.0),
            dashed=own.paint.get("stroke-dasharray", "none") != "none",
            radius=radius,
            arrow_start="arrow-both" in marks,
            arrow_end="arrow" in marks or "arrow-both" in marks,
        )
        self.shapes.append(shape)
        if kind in ("rect", "ellipse") and len(self.stack) > 1:
            self.stack[-1].shape = len(self.shapes) - 1

    def steps(self, name: str, attributes: dict[str, str]) -> tuple[Step, ...]:
        try:
            if name == "line":
                ends = [float(attributes.get(key, 0)) for key in ("x1", "y1", "x2", "y2")]
                return ("M", ends[0], ends[1]), ("L", ends[2], ends[3])
            if name == "path":
                return steps_of(attributes.get("d", ""))
            numbers = [float(part) for part in attributes.get("points", "").replace(",", " ").split()]
            points = list(zip(numbers[::2], numbers[1::2], strict=True))
        except ValueError as problem:
            self.problems.append(warning("FIG105", f"this <{name}> cannot be drawn: {problem}", self.here()))
            return ()
        lines: list[Step] = [("L" if place else "M", x, y) for place, (x, y) in enumerate(points)]
        return (*lines, ("Z",)) if name == "polygon" and lines else tuple(lines)

    def label(self, words: str) -> None:
        if not words:
            return
        attributes = self.text_attributes
        own = self.inherit(attributes)
        text = self.make_text(words, replace(self.text_place, length=0))
        size = self.number(own.paint, "font-size", 20.0)
        bold = own.paint.get("font-weight", "") in ("bold", "600", "700", "800")
        place = self.stack[-1].shape
        if place >= 0 and self.shapes[place].label is None:
            shape = self.shapes[place]
            ink = "paper" if shape.fill in _DARK else "ink"
            self.shapes[place] = replace(shape, label=text, font_size=size, bold=bold, ink=ink)
            return
        anchor = attributes.get("text-anchor", own.paint.get("text-anchor", "start"))
        anchor = anchor if anchor in ("start", "middle", "end") else "start"
        width = self.number(attributes, "data-width", max(120.0, len(words) * size * 0.75))
        x, y = self.number(attributes, "x") + own.dx, self.number(attributes, "y") + own.dy
        left = x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        ink = self.colour(own.paint.get("fill", "ink"))
        rows = 2.6 if "data-width" in attributes else 1.4
        self.shapes.append(
            Shape(
                "label",
                left,
                y - size,
                width,
                size * rows,
                label=text,
                font_size=size,
                bold=bold,
                ink=ink or "ink",
                anchor=anchor,
            )
        )


_INHERITED = ("fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-weight", "text-anchor")


def _moved(step: Step, dx: float, dy: float) -> Step:
    return (step[0], *(float(value) + (dy if place % 2 else dx) for place, value in enumerate(step[1:])))


def read(data: bytes, file: str, make_text: Callable[[str, Span], Text]) -> tuple[Drawing, tuple[Diagnostic, ...]]:
    """The drawing and what could not be drawn. Raises ContentError FIG104/FIG105 where nothing can be made of it."""
    parser = expat.ParserCreate("utf-8" if not data.startswith((b"\xff\xfe", b"\xfe\xff")) else None)
    reader = _Reader(file, make_text, parser)
    parser.StartElementHandler, parser.EndElementHandler = reader.start, reader.end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = reader.refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as problem:
        where = Span(file, problem.lineno, problem.offset + 1)
        what = expat.errors.messages[problem.code]
        raise ContentError(
            error(
                "FIG104",
                f"this drawing is not well-formed XML: {what}",
                where,
                hint="open it in a drawing program and save it again as plain SVG",
            )
        ) from None
    except IndexError:
        raise ContentError(error("FIG104", "this is not an SVG drawing", Span(file, 1, 1))) from None
    if not reader.size[0]:
        raise ContentError(error("FIG104", "this is not an SVG drawing", Span(file, 1, 1)))
    width, height = reader.size
    return Drawing(width, height, tuple(reader.shapes), reader.mirrorable), tuple(reader.problems)
