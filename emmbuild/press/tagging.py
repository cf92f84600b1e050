"""Tags that LibreOffice leaves out (ISO 14289-1): what is painted outside tags is said to be decoration, and a drawing of
many shapes becomes one figure with its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from emmbuild.press.tree import dictionary, elements, is_tagged, listed

_MARK = re.compile(rb"^[^\n]*\b(?:BMC|BDC|EMC)[ \t\r]*$", re.M)
_PAINTS = re.compile(rb"(?:^|\s)[SsfFBb]\*?\s*$", re.M)
_CODES = re.compile(rb"beginbfchar\n(.*?)endbfchar", re.S)
_SHOWS = re.compile(rb"(?:^|\s)(?:BT|Do|sh|BI)\s*$", re.M)  # words and pictures are never decoration by themselves


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing in an Office file: its words, and how many shapes and labels it is made of."""

    words: str
    shapes: int
    labels: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page's content has gone: the page that shows it now, and the form that holds it (references)."""

    page: Any
    form: Any


def decorated(content: bytes) -> bytes:
    """A page's content with the rules and shadings that are painted outside tags marked as artifacts (7.1)."""
    out: list[bytes] = []
    depth = end = 0
    for mark in _MARK.finditer(content):
        between = content[end : mark.start()]
        out += (between if depth else _decoration(between), mark[0])
        depth += -1 if mark[0].rstrip().endswith(b"EMC") else 1
        end = mark.end()
    return b"".join((*out, content[end:] if depth else _decoration(content[end:])))


def _decoration(between: bytes) -> bytes:
    if not _PAINTS.search(between) or _SHOWS.search(between):
        return between
    return b"\n/Artifact BMC\n" + between.strip(b"\n") + b"\nEMC\n"


def name_drawings(root: Any, drawings: Sequence[Drawing]) -> None:
    """One /Figure with words for each drawing (7.3), where LibreOffice has one for each of its shapes, and the labels in a
    paragraph before them. Figures stay as they are where the shapes and labels are not those of the file."""
    from pypdf.generic import NameObject, TextStringObject

    whole = list(elements(root.get("/K")))
    figures = [one for one in whole if one["/S"] == "/Figure"]
    shapes = [one for one in figures if "/BBox" in one.get("/A", {}) and "/Alt" not in one]
    holders = [one for one in whole if _holds_labels(one)]
    wanted = [drawing.labels for drawing in drawings if drawing.labels]
    if len(shapes) == sum(drawing.shapes for drawing in drawings) and [len(one["/K"]) for one in holders] == wanted:
        homes, found = iter(holders), iter(shapes)
        for drawing in drawings:
            own = [next(found) for _ in range(drawing.shapes)]
            figure = next(homes) if drawing.labels else own[0]
            for shape in own:
                if shape is not figure:
                    _move(shape, figure, root)
            figure[NameObject("/S")], figure[NameObject("/Alt")] = NameObject("/Figure"), TextStringObject(drawing.words)
    for one in figures:  # a paragraph whose style is named like the tag
        if "/Alt" not in one and "/BBox" not in one.get("/A", {}):
            one[NameObject("/S")] = NameObject("/P")


def name_slides(root: Any, pages: Sequence[Any], words: Sequence[Sequence[str]]) -> None:
    """The figures of each slide get the `words` for its drawings and charts. Where there are more figures than words, they
    are shapes without labels of one drawing, and become one figure."""
    from pypdf.generic import NameObject, TextStringObject

    figures = [one for one in elements(root.get("/K")) if one["/S"] == "/Figure" and "/Alt" not in one]
    for page, said in zip(pages, words, strict=False):
        own = [one for one in figures if one.raw_get("/Pg") == page.indirect_reference]
        if len(own) > len(said) and said:
            for shape in own[1:]:
                _move(shape, own[0], root)
            own, said = own[:1], ["; ".join(said)]
        for figure, word in zip(own, said, strict=False):
            figure[NameObject("/Alt")] = TextStringObject(word)


def list_items(root: Any, writer: Any) -> None:
    """Items that stand together outside a list are put into one (ISO 32000-1, 14.8.4.3.3)."""
    from pypdf.generic import ArrayObject, NameObject

    for home in [one for one in elements(root.get("/K")) if one["/S"] != "/L"]:
        kids = listed(home.get("/K"))
        if not any(is_tagged(kid, "/LI") for kid in kids):
            continue
        made = ArrayObject()
        for together, run in groupby(home["/K"], key=lambda kid: is_tagged(kid.get_object(), "/LI")):
            if not together:
                made.extend(run)
                continue
            entries = {"/Type": "/StructElem", "/S": "/L"}
            holder = dictionary({name: NameObject(value) for name, value in entries.items()})
            holder[NameObject("/P")], holder[NameObject("/K")] = home.indirect_reference, ArrayObject(run)
            made.append(writer._add_object(holder))
            for item in holder["/K"]:
                item.get_object()[NameObject("/P")] = made[-1]
        home[NameObject("/K")] = made


def move_pages(root: Any, places: Mapping[int, Place]) -> None:
    """The tree follows the content of pages (by the numbers of their objects) into forms. Links have no place there."""
    from pypdf.generic import ArrayObject, NameObject

    for one in elements(root.get("/K")):
        place = places[one.raw_get("/Pg").idnum] if "/Pg" in one else None
        if place is None or "/K" not in one:
            continue
        kids = []
        for kid in one["/K"] if isinstance(one["/K"], list) else [one["/K"]]:
            found = kid.get_object()
            if isinstance(found, int) or found.get("/Type") == "/MCR":
                number = found if isinstance(found, int) else found["/MCID"]
                content = {"/Type": NameObject("/MCR"), "/Pg": place.page, "/Stm": place.form, "/MCID": number}
                kids.append(dictionary(content))
            elif found.get("/Type") != "/OBJR":
                kids.append(kid)
        one[NameObject("/Pg")], one[NameObject("/K")] = place.page, ArrayObject(kids)
        if one["/S"] == "/Link":
            one[NameObject("/S")] = NameObject("/Span")


def map_codes(fonts: Iterable[Any]) -> None:
    """Glyphs that LibreOffice gives no character stand for none (7.21.7): they are the rest of a letter before them."""
    for font in fonts:
        stream = font["/ToUnicode"].get_object()
        said = stream.get_data()
        known = {int(code, 16) for block in _CODES.findall(said) for code in re.findall(rb"^<(\w\w)>", block, re.M)}
        if missing := sorted(set(range(max(font["/FirstChar"], 1), font["/LastChar"] + 1)) - known):
            lines = b"".join(b"<%02X> <200B>\n" % code for code in missing)
            more = b"%d beginbfchar\n%bendbfchar\nendcmap" % (len(missing), lines)
            stream.set_data(said.replace(b"endcmap", more, 1))


def hold_links(root: Any, writer: Any) -> None:
    """A /Link for each link that no element holds (7.18.5): LibreOffice forgets those from a footnote back to its mark.
    Notes get an id (7.9)."""
    from pypdf.generic import ArrayObject, NameObject, NumberObject, TextStringObject

    notes = [one for one in elements(root.get("/K")) if one["/S"] == "/Note"]
    for number, note in enumerate(notes, 1):
        note[NameObject("/ID")] = TextStringObject(f"note-{number}")
    homes = iter(notes)
    numbers = root["/ParentTree"]["/Nums"]
    for page in writer.pages:
        for link in page.get("/Annots", []):
            if "/StructParent" in link.get_object():
                continue
            home, key = next(homes, None) or listed(root["/K"])[0], NumberObject(max(numbers[::2]) + 1)
            target = {"/Type": NameObject("/OBJR"), "/Obj": link, "/Pg": page.indirect_reference}
            element = {
                "/Type": NameObject("/StructElem"),
                "/S": NameObject("/Link"),
                "/P": home.indirect_reference,
                "/Pg": page.indirect_reference,
                "/K": ArrayObject([dictionary(target)]),
            }
            held = writer._add_object(dictionary(element))
            home.setdefault(NameObject("/K"), ArrayObject()).append(held)
            link.get_object()[NameObject("/StructParent")] = key
            numbers.extend((key, held))


def _holds_labels(element: Any) -> bool:
    """Whether it is the paragraph that holds the labels of a drawing: text frames and nothing else."""
    kids = listed(element.get("/K"))
    return bool(kids) and element["/S"] not in ("/Document", "/Div") and all(is_tagged(kid, "/Div") for kid in kids)


def _move(shape: Any, figure: Any, root: Any) -> None:
    """What is painted for a shape becomes part of the figure, and the shape's own element goes."""
    from pypdf.generic import ArrayObject, NameObject

    page = shape.raw_get("/Pg")
    owners = _owners(root, page.get_object()["/StructParents"])
    content = figure.setdefault(NameObject("/K"), ArrayObject())
    for kid in listed(shape.get("/K")):
        if isinstance(kid, int):
            content.append(dictionary({"/Type": NameObject("/MCR"), "/Pg": page, "/MCID": kid}))
            owners[kid] = figure.indirect_reference
        else:
            content.append(kid.indirect_reference)
            kid[NameObject("/P")] = figure.indirect_reference
    siblings = shape["/P"]["/K"]
    del siblings[next(place for place, one in enumerate(siblings) if one.get_object() is shape)]


def _owners(root: Any, page: int) -> Any:
    """The array that names the element of each piece of content of a page (ISO 32000-1, 14.7.4.4)."""
    numbers = root["/ParentTree"]["/Nums"]
    return numbers[numbers.index(page) + 1].get_object()
