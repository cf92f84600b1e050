"""One planned slide as its XML part: placeholders, table, drawing or picture."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Picture
from emmbuild.plan.deck import Deck, DeckSlide, Filled, Frame, Layout, Slot
from emmbuild.plan.deck.fit import before_at
from emmbuild.render.xml import DECLARATION, attr
from emmbuild.writers.pptx.drawing import group
from emmbuild.writers.pptx.recolour import colour_of
from emmbuild.writers.pptx.table import graphic_frame
from emmbuild.writers.pptx.text import Pen, language_of, paragraphs

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_DARK = ("title", "closing")
_ORDER = ("title", "kicker", "number", "stem", "body", "body 2", "caption")
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


@dataclass(slots=True)
class Sheet:
    """What a slide part needs beside its XML: links and pictures in the order of their relationships."""

    xml: str = ""
    links: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)


class _Ids:
    """Shape ids of one slide."""

    def __init__(self) -> None:
        self.last = 1

    def next(self) -> int:
        self.last += 1
        return self.last


def slide_part(slide: DeckSlide, number: int, deck: Deck, layout: Layout, edition: Edition) -> Sheet:
    """The XML of one slide. Shapes stand in the order in which they are read."""
    sheet, ids = Sheet(), _Ids()
    theme = edition.theme
    label = "" if slide.layout in _DARK else colour_of("secondary", theme)
    pen = Pen(deck.language.rtl, sheet.links, label, colour_of("paper", theme))
    shapes = [
        _placeholder(layout.slots[name], slide.slots[name], pen, ids.next())
        for name in _ORDER
        if name in slide.slots and name in layout.slots
    ]
    shapes += _content(slide, layout, edition, pen, sheet, ids)
    shapes += _foot(number, deck, layout, pen, ids)
    sheet.xml = (
        f'{DECLARATION}<p:sld {NAMESPACES}><p:cSld name="{attr(_name(slide))}"><p:spTree>{TREE}{"".join(shapes)}</p:spTree>'
        "</p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )
    return sheet


def _name(slide: DeckSlide) -> str:
    return slide.key if slide.parts == 1 else f"{slide.key} ({slide.part}/{slide.parts})"


def _placeholder(slot: Slot, filled: Filled, pen: Pen, number: int) -> str:
    style = _smaller(slot, filled.sizes) if filled.sizes else "<a:lstStyle/>"
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attr(slot.name.title())} {number}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{_ph(slot)}</p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/>{style}{paragraphs(filled.paras, slot.levels, pen)}</p:txBody></p:sp>"
    )


def _smaller(slot: Slot, sizes: tuple[float, ...]) -> str:
    """Sizes below the layout's, with the space between paragraphs in proportion."""
    levels = "".join(
        f'<a:lvl{place}pPr><a:spcBef><a:spcPts val="{round(before_at(level, size) * 100)}"/></a:spcBef>'
        f'<a:defRPr sz="{round(size * 100)}"/></a:lvl{place}pPr>'
        for place, (level, size) in enumerate(zip(slot.levels, sizes, strict=True), 1)
    )
    return f"<a:lstStyle>{levels}</a:lstStyle>"


def _ph(slot: Slot) -> str:
    kind = f' type="{slot.kind}"' if slot.kind else ""
    index = f' idx="{slot.index}"' if slot.index else ""
    size = ' sz="quarter"' if slot.kind in ("ftr", "sldNum") else ""
    return f"<p:ph{kind}{size}{index}/>"


def _content(slide: DeckSlide, layout: Layout, edition: Edition, pen: Pen, sheet: Sheet, ids: _Ids) -> Iterator[str]:
    if "area" not in layout.slots:
        return
    frame = layout.slots["area"].frame
    if slide.grid:
        yield graphic_frame(slide.grid, frame, slide.title, ids.next(), pen)
    figure = slide.figure
    if figure is None:
        return
    words = figure.alt.plain
    about = f'descr="{attr(words)}"' if words else ""
    extra = "" if words else _DECORATIVE
    if figure.drawing:
        yield group(figure.drawing, frame, edition, pen, about, extra, ids.next)
    elif figure.picture:
        sheet.pictures.append(figure.picture)
        yield _picture(figure.picture, frame, about, extra, ids.next(), len(sheet.pictures))


def _picture(picture: Picture, frame: Frame, about: str, extra: str, number: int, place: int) -> str:
    scale = min(frame.w / picture.width, frame.h / picture.height)
    wide, high = round(picture.width * scale), round(picture.height * scale)
    x, y = frame.x + (frame.w - wide) // 2, frame.y + (frame.h - high) // 2
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Picture {number}" {about}>{extra}</p:cNvPr><p:cNvPicPr>'
        '<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="rIdP{place}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
        f'<p:spPr><a:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )


def _foot(number: int, deck: Deck, layout: Layout, pen: Pen, ids: _Ids) -> Iterator[str]:
    """Footer and slide number, where the layout has them."""
    if "footer" in layout.slots:
        yield _placeholder(layout.slots["footer"], Filled((deck.footer,)), pen, ids.next())
    slot = layout.slots.get("slide number")
    if slot:
        shape = ids.next()
        yield (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{shape}" name="Slide Number {shape}"/><p:cNvSpPr><a:spLocks noGrp="1"/>'
            f"</p:cNvSpPr><p:nvPr>{_ph(slot)}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/><a:lstStyle/><a:p>"
            f"{number_field(number, deck)}</a:p></p:txBody></p:sp>"
        )


def number_field(number: int, deck: Deck) -> str:
    given = language_of(deck.language)
    return (
        f'<a:fld id="{{6F0D7A5E-3A1C-4B57-9C1D-2E6B0A4C7D10}}" type="slidenum"><a:rPr{given}/><a:t>{number}</a:t></a:fld>'
    )
