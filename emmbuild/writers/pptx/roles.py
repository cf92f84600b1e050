"""Which layout of a template serves which of our slides, and the layouts that we make from them.

A layout is chosen by the kind that PowerPoint gave it, by words in its name, and by its placeholders. For each role a
copy is added under the name "emmbuild: …": background, logo and footers stay, placeholders get the names of our slots.
The template's own layouts are not changed.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from emmbuild.plan.deck import Frame
from emmbuild.writers.pptx.slots import frame_of, slots_of

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
PREFIX = "emmbuild: "
_TITLES = ("title", "ctrTitle")
_TEXTS = ("", "obj", "body", "subTitle", "tbl", "pic", "chart", "media", "dgm", "clipArt")
_FEET = {"ftr": "Footer", "sldNum": "Slide Number"}
_LEAST = 0.22  # of the slide: what a body of text must cover to be of use
# Role → kinds of layout, words in names (in the languages we know templates of).
_WANTED = {
    "title": (("title",), ("title slide", "cover", "opening", "titelfolie", "diapositive de titre", "portada")),
    "topic": (("secHead",), ("section", "divider", "chapter", "separator", "abschnitt", "sección")),
    "two-columns": (("twoObj", "twoColTx", "twoTxTwoObj"), ("two content", "two column", "2 content", "columns", "deux")),
    "closing": ((), ("closing", "thank", "end slide", "back cover", "merci", "gracias")),
}
# Slot → part of the room for text: left, top, width, height.
_ALL = (0.0, 0.0, 1.0, 1.0)
_PLACES: dict[str, dict[str, tuple[float, float, float, float]]] = {
    "content": {"body": _ALL},
    "two-columns": {"body": (0.0, 0.0, 0.485, 1.0), "body 2": (0.515, 0.0, 0.485, 1.0)},
    "big-number": {"number": (0.0, 0.0, 0.4, 1.0), "body": (0.43, 0.0, 0.57, 1.0)},
    "statement": {"body": (0.0, 0.0, 1.0, 0.87), "caption": (0.0, 0.88, 1.0, 0.12)},
    "table": {"area": _ALL},
    "figure": {"area": (0.0, 0.0, 1.0, 0.85), "caption": (0.0, 0.86, 1.0, 0.14)},
    "question": {"body": _ALL},
    "matching": {"stem": (0.0, 0.0, 1.0, 0.22), "body": (0.0, 0.24, 0.485, 0.76), "body 2": (0.515, 0.24, 0.485, 0.76)},
    "closing": {"body": _ALL},
    "topic": {"body": _ALL},
    "title": {"body": (0.0, 0.55, 1.0, 0.45)},
}
_LINE = 450000  # EMU that a caption takes at least
_INDEX = {"body": 1, "body 2": 2, "area": 1, "number": 15, "stem": 16, "caption": 14}
_THOUGHTS = ("title", "statement", "big-number", "topic")
_SMALL = {"caption": (14, False), "number": (60, True)}  # slots with a size of their own: points, bold


@dataclass(slots=True)
class Role:
    """`how`: "own" where the template has a layout for it, "made" where its layout for text was divided up."""

    name: str
    base: str
    called: str
    how: str
    layout: Any


@dataclass(slots=True)
class _Sheet:
    """A layout with its placeholders."""

    file: str
    root: Any
    master: Any

    @property
    def name(self) -> str:
        return str(self.root.find(f"{P}cSld").get("name") or "").strip()

    @property
    def kind(self) -> str:
        return str(self.root.get("type", ""))

    def shapes(self, kinds: Sequence[str]) -> list[Any]:
        return [shape for shape in placeholders(self.root) if kind_of(shape) in kinds and not _upright(shape)]

    def frame(self, shape: Any) -> Frame:
        return frame_of(shape, self.master)


def placeholders(root: Any) -> Iterator[Any]:
    return (s for s in root.find(f"{P}cSld/{P}spTree").findall(f"{P}sp") if s.find(f"{P}nvSpPr/{P}nvPr/{P}ph") is not None)


def kind_of(shape: Any) -> str:
    return str(shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph").get("type", ""))


def _upright(shape: Any) -> bool:
    """Whether it is for vertical text."""
    return str(shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph").get("orient")) == "vert"


def roles_of(master: Any, layouts: Sequence[tuple[str, Any]], page: tuple[int, int]) -> list[Role]:
    """All roles, or nothing where no layout has a title and room for text."""
    sheets = [_Sheet(file, root, master) for file, root in layouts]
    content = _content(sheets, page)
    if content is None:
        return []
    sheet, model = content
    room = _room(sheet, model, page)
    found = [_made("content", sheet, model, room, "own")]
    for role in _PLACES:
        if role == "content":
            continue
        own = _own(role, sheets, page)
        if own is not None:
            found.append(_taken(role, own, page))
        else:
            found.append(
                _made(role, sheet, model, room, "own" if _PLACES[role] in ({"body": _ALL}, {"area": _ALL}) else "made")
            )
    return found


def _content(sheets: Sequence[_Sheet], page: tuple[int, int]) -> tuple[_Sheet, Any] | None:
    """The layout for text: a title, one large placeholder, few others."""
    best: tuple[float, _Sheet, Any] | None = None
    for sheet in sheets:
        bodies = sheet.shapes(("", "obj", "body"))
        if not sheet.shapes(_TITLES) or not bodies:
            continue
        largest = max(bodies, key=lambda shape: _area(sheet.frame(shape)))
        share = _area(sheet.frame(largest)) / (page[0] * page[1])
        if share < _LEAST:
            continue
        score = share + (0.5 if sheet.kind in ("obj", "tx") else 0) - 0.3 * (len(sheet.shapes(_TEXTS)) - 1)
        score -= 0.5 if sheet.kind in ("title", "secHead") else 0
        if best is None or score > best[0]:
            best = (score, sheet, largest)
    return best[1:] if best else None


def _area(frame: Frame) -> int:
    return frame.w * frame.h


def _room(sheet: _Sheet, model: Any, page: tuple[int, int]) -> Frame:
    """The frame for text, cut off above the footers."""
    frame = sheet.frame(model)
    feet = [sheet.frame(shape).y for shape in sheet.shapes(tuple(_FEET)) if sheet.frame(shape).h]
    bottom = min([frame.y + frame.h, page[1], *(y for y in feet if y > frame.y + frame.h // 2)])
    return Frame(frame.x, frame.y, min(frame.w, page[0] - frame.x), bottom - frame.y)


def _own(role: str, sheets: Sequence[_Sheet], page: tuple[int, int]) -> _Sheet | None:
    """A layout that the template has for the role and that has what it needs."""
    kinds, words = _WANTED.get(role, ((), ()))
    for by_kind in (True, False):
        for sheet in sheets:
            fits = sheet.kind in kinds if by_kind else any(word in sheet.name.lower() for word in words)
            if fits and sheet.shapes(_TITLES) and _bodies(role, sheet, page) is not None:
                return sheet
    return None


def _bodies(role: str, sheet: _Sheet, page: tuple[int, int]) -> list[Any] | None:
    """The placeholders of the role's slots, in order, or None where they are absent or too small."""
    texts = [shape for shape in sheet.shapes(("", "obj", "body", "subTitle")) if _area(sheet.frame(shape))]
    texts.sort(key=lambda shape: -_area(sheet.frame(shape)))
    wanted = len(_PLACES[role])
    least = 0.05 if role in ("title", "topic") else 0.12
    taken = [shape for shape in texts[:wanted] if _area(sheet.frame(shape)) >= least * page[0] * page[1]]
    if len(taken) < wanted:
        return None
    return sorted(taken, key=lambda shape: (sheet.frame(shape).x, sheet.frame(shape).y))


def _taken(role: str, sheet: _Sheet, page: tuple[int, int]) -> Role:
    """A copy of the template's own layout for the role."""
    root = copy.deepcopy(sheet.root)
    twin = _Sheet(sheet.file, root, sheet.master)
    bodies = _bodies(role, twin, page) or []
    for slot, shape in zip(_PLACES[role], bodies, strict=True):
        _name(shape, slot)
    _finish(root, role, keep=bodies)
    _legible(root, sheet.master)
    return Role(role, sheet.file, sheet.name, "own", root)


def _made(role: str, sheet: _Sheet, model: Any, room: Frame, how: str) -> Role:
    """A copy of the layout for text, its room divided among the role's slots."""
    root = copy.deepcopy(sheet.root)
    tree = root.find(f"{P}cSld/{P}spTree")
    added = []
    for slot, (left, top, wide, high) in _PLACES[role].items():
        shape = copy.deepcopy(model)
        ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        for name in ("type", "sz", "hasCustomPrompt"):
            ph.attrib.pop(name, None)
        if slot in _SMALL or slot == "stem":
            ph.set("type", "body")
        ph.set("idx", str(_INDEX[slot]))
        y, h = room.y + round(room.h * top), round(room.h * high)
        if slot == "caption":
            y, h = room.y + room.h - max(h, _LINE), max(h, _LINE)
        elif "caption" in _PLACES[role]:
            h = min(h, room.h - _LINE)
        _put(shape, Frame(room.x + round(room.w * left), y, round(room.w * wide), h))
        if slot in _SMALL:
            _size(shape, *_SMALL[slot])
        _name(shape, slot)
        tree.append(shape)
        added.append(shape)
    _finish(root, role, keep=added)
    _legible(root, sheet.master)
    return Role(role, sheet.file, sheet.name, how, root)


def _finish(root: Any, role: str, keep: Sequence[Any]) -> None:
    """Our names; placeholders that the role does not use are gone; no text shrinks by itself; ids are unique."""
    tree = root.find(f"{P}cSld/{P}spTree")
    titles = 0
    for shape in list(placeholders(root)):
        kind = kind_of(shape)
        if kind in _TITLES and not titles:
            titles += 1
            _name(shape, "Title")
        elif kind in _FEET:
            _name(shape, _FEET[kind])
        elif not any(shape is kept for kept in keep):
            tree.remove(shape)
            continue
        _fixed(shape)
    for picture in [p for p in tree.findall(f"{P}pic") if p.find(f"{P}nvPicPr/{P}nvPr/{P}ph") is not None]:
        tree.remove(picture)
    for number, element in enumerate(root.iter(f"{P}cNvPr"), 1):
        element.set("id", str(number))
    used: set[str] = set()
    for shape in placeholders(root):
        ph = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        index = ph.get("idx", "0")
        while index in used:
            index = str(int(index) + 20)
        used.add(index)
        if index != "0":
            ph.set("idx", index)
    root.find(f"{P}cSld").set("name", PREFIX + role)
    root.attrib.pop("type", None)
    root.attrib.pop("matchingName", None)
    root.set("userDrawn", "1")
    root.set("preserve", "1")


def _legible(root: Any, master: Any) -> None:
    """Sizes where the template gives titles under 24 points or text under 18, as files made by LibreOffice do."""
    slots = slots_of(root, master)
    for shape in placeholders(root):
        name = shape.find(f"{P}nvSpPr/{P}cNvPr").get("name")
        level = slots[name.lower()].levels[0]
        if name == "Title" and level.size < 24:
            _size(shape, 30, True)
        elif name in ("Body", "Body 2", "Stem") and (level.size < 18 or (level.size == 18 and not level.margin)):
            _size(shape, 24, False)
            styles = shape.find(f"{P}txBody/{A}lstStyle")
            styles.remove(styles[0])
            for place, (points, margin) in enumerate(((24, 342900), (20, 742950)), 1):
                given = {"marL": str(margin), "indent": "-342900"}
                styles.append(styles.makeelement(f"{A}lvl{place}pPr", given))
                before = _within(styles[-1], f"{A}spcBef")
                before.append(before.makeelement(f"{A}spcPts", {"val": "600"}))
                _within(styles[-1], f"{A}buFont", typeface="Arial")
                _within(styles[-1], f"{A}buChar", char="•")
                _within(styles[-1], f"{A}defRPr", sz=str(points * 100))
    if str(root.find(f"{P}cSld").get("name")).removeprefix(PREFIX) in _THOUGHTS:
        _unmarked(root)


def _unmarked(root: Any) -> None:
    """No bullet before the first level of what is one thought, not a list."""
    for shape in placeholders(root):
        if shape.find(f"{P}nvSpPr/{P}cNvPr").get("name") != "Body":
            continue
        styles = shape.find(f"{P}txBody/{A}lstStyle")
        if styles is None:
            styles = shape.makeelement(f"{A}lstStyle", {})
            shape.find(f"{P}txBody").insert(1, styles)
        level = styles.find(f"{A}lvl1pPr")
        if level is None:
            level = styles.makeelement(f"{A}lvl1pPr", {})
            styles.insert(0 if styles.find(f"{A}defPPr") is None else 1, level)
        level.set("marL", "0")
        level.set("indent", "0")
        for old in [
            child for child in level if child.tag.startswith((f"{A}buChar", f"{A}buAutoNum", f"{A}buBlip", f"{A}buNone"))
        ]:
            level.remove(old)
        after = [place for place, child in enumerate(level) if child.tag in (f"{A}tabLst", f"{A}defRPr", f"{A}extLst")]
        level.insert(after[0] if after else len(level), level.makeelement(f"{A}buNone", {}))


def _within(parent: Any, tag: str, **given: str) -> Any:
    parent.append(parent.makeelement(tag, given))
    return parent[-1]


def _name(shape: Any, slot: str) -> None:
    shape.find(f"{P}nvSpPr/{P}cNvPr").set("name", slot.title())


def _put(shape: Any, frame: Frame) -> None:
    """An explicit place, before all other properties of the shape."""
    properties = shape.find(f"{P}spPr")
    for old in properties.findall(f"{A}xfrm"):
        properties.remove(old)
    box = properties.makeelement(f"{A}xfrm", {})
    for tag, values in (("off", {"x": frame.x, "y": frame.y}), ("ext", {"cx": frame.w, "cy": frame.h})):
        box.append(box.makeelement(f"{A}{tag}", {name: str(value) for name, value in values.items()}))
    properties.insert(0, box)


def _fixed(shape: Any) -> None:
    body = shape.find(f"{P}txBody/{A}bodyPr")
    if body is None:
        return
    for name in ("normAutofit", "spAutoFit", "noAutofit"):
        for old in body.findall(f"{A}{name}"):
            body.remove(old)
    warp = body.find(f"{A}prstTxWarp")
    body.insert(0 if warp is None else 1, body.makeelement(f"{A}noAutofit", {}))


def _size(shape: Any, points: int, bold: bool) -> None:
    """A first level with no bullet and a size of its own."""
    styles = shape.find(f"{P}txBody/{A}lstStyle")
    if styles is None:
        styles = shape.makeelement(f"{A}lstStyle", {})
        shape.find(f"{P}txBody").insert(1, styles)
    for old in list(styles):
        styles.remove(old)
    level = styles.makeelement(f"{A}lvl1pPr", {"marL": "0", "indent": "0"})
    level.append(level.makeelement(f"{A}buNone", {}))
    level.append(level.makeelement(f"{A}defRPr", {"sz": str(points * 100), "b": str(int(bold))}))
    styles.append(level)
