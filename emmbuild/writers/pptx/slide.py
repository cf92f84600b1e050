"""One planned slide as its XML part: placeholders, table, drawing or picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count

from emmbuild.core.edition import Edition
from emmbuild.core.nodes import Picture
from emmbuild.plan.deck import Chart, DeckSlide, Filled, Frame, Layout, Para, Slot
from emmbuild.plan.deck.fit import before_at
from emmbuild.render.xml import DECLARATION, attr
from emmbuild.writers.pptx.chart import chart_frame, described
from emmbuild.writers.pptx.drawing import group
from emmbuild.writers.pptx.recolour import colour_of
from emmbuild.writers.pptx.strip import strip_group
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
# Shape ids are the same on every slide, so that most of its XML can be kept from slide to slide.
_IDS = {name: number for number, name in enumerate((*_ORDER, "footer", "slide number"), 2)}
_FREE = 2 + len(_IDS)
_END = "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
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
    charts: list[Chart] = field(default_factory=list)


@dataclass(slots=True)
class Press:
    """What the slides of one planned deck have in common. `feet` keeps the foot of each layout."""

    edition: Edition
    footer: Para
    feet: dict[str, str] = field(default_factory=dict)

    @property
    def rtl(self) -> bool:
        return self.edition.language.rtl


def slide_part(slide: DeckSlide, layout: Layout, press: Press) -> Sheet:
    """The XML of one slide. Shapes stand in the order in which they are read; nothing in it depends on its number."""
    sheet, slots, filled = Sheet(), layout.slots, slide.slots
    theme = press.edition.theme
    label = "" if slide.layout in _DARK else colour_of("secondary", theme)
    pen = Pen(press.rtl, sheet.links, label, colour_of("paper", theme))
    shapes = [_placeholder(slots[name], filled[name], pen) for name in _ORDER if name in filled and name in slots]
    shapes += _content(slide, layout, press.edition, pen, sheet)
    if slide.layout not in press.feet:
        press.feet[slide.layout] = "".join(_foot(layout, press))
    hidden = ' show="0"' if slide.hidden else ""
    sheet.xml = (
        f'{DECLARATION}<p:sld {NAMESPACES}{hidden}><p:cSld name="{attr(_name(slide))}"><p:spTree>{TREE}'
        f"{''.join(shapes)}{press.feet[slide.layout]}{_END}"
    )
    return sheet


def _name(slide: DeckSlide) -> str:
    return slide.key if slide.parts == 1 else f"{slide.key} ({slide.part}/{slide.parts})"


def _placeholder(slot: Slot, filled: Filled, pen: Pen) -> str:
    style = _smaller(slot, filled.sizes) if filled.sizes else "<a:lstStyle/>"
    return f"{_opening(slot)}{style}{paragraphs(filled.paras, slot.levels, pen)}</p:txBody></p:sp>"


@lru_cache(maxsize=1024)
def _opening(slot: Slot) -> str:
    """A placeholder up to its text."""
    number = _IDS[slot.name]
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{attr(slot.name.title())} {number}"/><p:cNvSpPr>'
        f'<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>{_ph(slot)}</p:nvPr></p:nvSpPr><p:spPr/><p:txBody><a:bodyPr/>'
    )


@lru_cache(maxsize=1024)
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


def _content(slide: DeckSlide, layout: Layout, edition: Edition, pen: Pen, sheet: Sheet) -> Iterator[str]:
    """What is drawn on the slide beside the words of its placeholders."""
    ids = count(_FREE).__next__
    if slide.strip and "strip" in layout.slots:
        yield strip_group(slide.strip, layout.slots["strip"].frame, edition, _FREE + 100)
    if "area" not in layout.slots:
        return
    frame = layout.slots["area"].frame
    if slide.grid:
        yield graphic_frame(slide.grid, frame, slide.title, ids(), pen)
    if slide.chart:
        sheet.charts.append(slide.chart)
        yield chart_frame(frame, described(slide.chart, slide.title), ids(), len(sheet.charts))
    if slide.figure:
        yield from _figure(slide, frame, edition, pen, sheet, ids)


def _figure(
    slide: DeckSlide, frame: Frame, edition: Edition, pen: Pen, sheet: Sheet, ids: Callable[[], int]
) -> Iterator[str]:
    figure = slide.figure
    assert figure is not None
    words = figure.alt.plain
    about = f'descr="{attr(words)}"' if words else ""
    extra = "" if words else _DECORATIVE
    if figure.drawing:
        yield group(figure.drawing, frame, edition, pen, about, extra, ids)
    elif figure.picture:
        sheet.pictures.append(figure.picture)
        yield _picture(figure.picture, frame, about, extra, ids(), len(sheet.pictures))


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


def _foot(layout: Layout, press: Press) -> Iterator[str]:
    """Footer and slide number, where the layout has them."""
    if "footer" in layout.slots:
        yield _placeholder(layout.slots["footer"], Filled((press.footer,)), Pen(press.rtl))
    slot = layout.slots.get("slide number")
    if slot:
        yield f"{_opening(slot)}<a:lstStyle/><a:p>{number_field(press.edition)}</a:p></p:txBody></p:sp>"


def number_field(edition: Edition) -> str:
    """The slide's number, which the program that shows it counts itself."""
    given = language_of(edition.language)
    return f'<a:fld id="{{6F0D7A5E-3A1C-4B57-9C1D-2E6B0A4C7D10}}" type="slidenum"><a:rPr{given}/><a:t>‹#›</a:t></a:fld>'
