"""Turns a master or layout around for right-to-left readers: places, alignment, direction, insets.

Words stay readable and pictures are not flipped. See docs/analysis/right-to-left-slides.md.
"""

from __future__ import annotations

from typing import Any

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_FLIPPED = {"l": "r", "r": "l"}
_LEVELS = (f"{A}defPPr", f"{A}pPr", *(f"{A}lvl{n}pPr" for n in range(1, 10)))
_LINES = (f"{P}cxnSp",)


def mirror(root: Any, width: int) -> None:
    """Mirrors the part in place on a page `width` EMU wide."""
    tree = root.find(f"{P}cSld/{P}spTree")
    for shape in tree if tree is not None else ():
        _place(shape, width)
    turn_text(root)
    for body in root.iter(f"{A}bodyPr"):
        left, right = body.get("lIns"), body.get("rIns")
        if left != right:
            _swap(body, "lIns", right)
            _swap(body, "rIns", left)


def turn_text(root: Any) -> None:
    """Right-to-left direction and flipped alignment on every level and paragraph."""
    for level in root.iter(*_LEVELS):
        level.set("rtl", "1")
        align = level.get("algn", "l")
        level.set("algn", _FLIPPED.get(align, align))


def _place(shape: Any, width: int) -> None:
    box = next(shape.iter(f"{A}xfrm", f"{P}xfrm"), None)
    if box is None or box.find(f"{A}off") is None:
        return
    offset, extent = box.find(f"{A}off"), box.find(f"{A}ext")
    offset.set("x", str(width - int(offset.get("x")) - int(extent.get("cx"))))
    if shape.tag in _LINES or _directed(shape):
        box.set("flipH", "0" if box.get("flipH") in ("1", "true") else "1")


def _directed(shape: Any) -> bool:
    """Whether the shape points somewhere."""
    preset = shape.find(f"{P}spPr/{A}prstGeom")
    name = preset.get("prst", "") if preset is not None else ""
    return any(word in name for word in ("Arrow", "chevron", "homePlate"))


def _swap(element: Any, name: str, value: str | None) -> None:
    if value is None:
        element.attrib.pop(name, None)
    else:
        element.set(name, value)
