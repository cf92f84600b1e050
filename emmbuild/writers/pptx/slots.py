"""Reads the placeholders of a layout with everything they inherit from the master."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from emmbuild.plan.deck import Frame, Level, Slot
from emmbuild.plan.deck.model import POINT

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_STYLES = {"title": "titleStyle", "ctrTitle": "titleStyle", "ftr": "otherStyle", "sldNum": "otherStyle", "dt": "otherStyle"}
_AS_MASTER = {"ctrTitle": "title", "ftr": "ftr", "sldNum": "sldNum", "dt": "dt", "title": "title"}
_LEVELS = 2
_STRIP = 32 * POINT  # height of the strip that shows where we are


def slots_of(layout: Any, master: Any) -> dict[str, Slot]:
    """Slots by the lower-case names of their placeholders."""
    parents = {_kind(shape): shape for shape in _placeholders(master)}
    found = {}
    for shape in _placeholders(layout):
        kind = _kind(shape)
        chain = [shape, parents.get(_AS_MASTER.get(kind, "body"))]
        chain = [link for link in chain if link is not None]
        name = shape.find(f"{P}nvSpPr/{P}cNvPr").get("name").lower()
        index = int(shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph").get("idx", "0"))
        found[name] = Slot(name, kind, index, _frame(chain), tuple(_levels(chain, kind, master)), _insets(chain))
    return found


def with_strip(slots: dict[str, Slot], layout: Any, master: Any) -> dict[str, Slot]:
    """The slots with one more, "strip", at the foot of the body; none where words stand at the foot themselves."""
    body = slots.get("body")
    if body is None or body.frame.h < 4 * _STRIP:
        return slots
    own = next(shape for shape in _placeholders(layout) if shape.find(f"{P}nvSpPr/{P}cNvPr").get("name").lower() == "body")
    parents = [shape for shape in _placeholders(master) if _kind(shape) == "body"]
    found = [shape.find(f"{P}txBody/{A}bodyPr") for shape in (own, *parents)]
    if next((text.get("anchor") for text in found if text is not None and text.get("anchor")), "t") != "t":
        return slots
    frame, left = body.frame, body.insets[0]
    text = replace(body, frame=replace(frame, h=frame.h - 2 * _STRIP))
    place = Frame(frame.x + left, frame.y + frame.h - _STRIP, frame.w - left - body.insets[2], _STRIP)
    return {**slots, "body": text, "strip": Slot("strip", "", 0, place, ())}


def frame_of(shape: Any, master: Any) -> Frame:
    """Where a placeholder of a layout stands, its master's place where it says none."""
    parents = {_kind(other): other for other in _placeholders(master)}
    parent = parents.get(_AS_MASTER.get(_kind(shape), "body"))
    return _frame([shape] if parent is None else [shape, parent])


def _placeholders(part: Any) -> Iterator[Any]:
    return (shape for shape in part.iter(f"{P}sp") if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None)


def _kind(shape: Any) -> str:
    return str(shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph").get("type", ""))


def _frame(chain: list[Any]) -> Frame:
    for shape in chain:
        box = shape.find(f"{P}spPr/{A}xfrm")
        if box is not None:
            off, ext = box.find(f"{A}off"), box.find(f"{A}ext")
            return Frame(int(off.get("x")), int(off.get("y")), int(ext.get("cx")), int(ext.get("cy")))
    return Frame(0, 0, 0, 0)


def _insets(chain: list[Any]) -> tuple[int, int, int, int]:
    bodies = [shape.find(f"{P}txBody/{A}bodyPr") for shape in chain]
    sides = (("lIns", 91440), ("tIns", 45720), ("rIns", 91440), ("bIns", 45720))
    left, top, right, bottom = (
        int(next((body.get(name) for body in bodies if body is not None and body.get(name)), usual))
        for name, usual in sides
    )
    return left, top, right, bottom


def _levels(chain: list[Any], kind: str, master: Any) -> Iterator[Level]:
    styles = [shape.find(f"{P}txBody/{A}lstStyle") for shape in chain]
    styles.append(master.find(f"{P}txStyles/{P}{_STYLES.get(kind, 'bodyStyle')}"))
    for number in range(1, _LEVELS + 1):
        found = [style.find(f"{A}lvl{number}pPr") for style in styles if style is not None]
        yield _level([level for level in found if level is not None])


def _level(chain: list[Any]) -> Level:
    def value(path: str, name: str, usual: str) -> str:
        for level in chain:
            element = level if not path else level.find(path)
            if element is not None and element.get(name) is not None:
                return str(element.get(name))
        return usual

    size = int(value(f"{A}defRPr", "sz", "1800")) / 100
    return Level(
        size,
        int(value("", "marL", "0")),
        int(value("", "indent", "0")),
        _before(chain, size),
        int(value(f"{A}lnSpc/{A}spcPct", "val", "100000")) / 100000,
        value(f"{A}defRPr", "b", "0") == "1",
        value("", "algn", "l"),
    )


def _before(chain: list[Any], size: float) -> float:
    """Points before a paragraph, given in points or as a part of the size."""
    for level in chain:
        space = level.find(f"{A}spcBef")
        if space is not None and len(space):
            amount = int(space[0].get("val", "0"))
            return amount / 100 if space[0].tag == f"{A}spcPts" else size * amount / 100000
    return 0.0
