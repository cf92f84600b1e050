"""The strip "where we are": a row of stops, the present one larger, in bold and in colour."""

from __future__ import annotations

from functools import lru_cache

from emmbuild.core.edition import Edition
from emmbuild.plan import measure
from emmbuild.plan.deck import Frame, Strip
from emmbuild.plan.deck.model import POINT
from emmbuild.render.xml import attr, esc
from emmbuild.writers.pptx.recolour import colour_of
from emmbuild.writers.pptx.text import language_of, marked

_GAP, _WIDEST, _INSET = 6.0, 66.0, 4.0  # points
_SIZES = (14.0, 13.0, 12.0)
_ROUNDED = '<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val 16000"/></a:avLst></a:prstGeom>'


def strip_group(strip: Strip, frame: Frame, edition: Edition, first: int) -> str:
    """The stops as native shapes at the side where reading begins. `first` is the id of the group."""
    colours = tuple(colour_of(role, edition.theme) for role in ("primary", "paper", "light", "ink"))
    language, family = edition.language, edition.theme.font(edition.language.script).body
    shapes = _stops(strip.stops, strip.now, frame, language_of(language), language.rtl, family, colours, first + 1)
    box = f'x="{frame.x}" y="{frame.y}"', f'cx="{frame.w}" cy="{frame.h}"'
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="{first}" name="Strip {first}" descr="{attr(strip.about)}"/><p:cNvGrpSpPr/>'
        "<p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm><a:off {box[0]}/><a:ext {box[1]}/><a:chOff {box[0]}/><a:chExt {box[1]}/>"
        f"</a:xfrm></p:grpSpPr>{shapes}</p:grpSp>"
    )


@lru_cache(maxsize=512)
def _stops(
    stops: tuple[str, ...],
    now: int,
    frame: Frame,
    speech: str,
    rtl: bool,
    family: str,
    colours: tuple[str, ...],
    first: int,
) -> str:
    step = min(_WIDEST * POINT, (frame.w - _GAP * POINT * (len(stops) - 1)) / len(stops))
    size = next((size for size in _SIZES if _fits(stops, size, step / POINT, family)), _SIZES[-1])
    made = ""
    for place, words in enumerate(stops):
        here = place == now
        fill, ink = colours[:2] if here else colours[2:]
        inset = 0 if here else round(_INSET * POINT)
        start = round(place * (step + _GAP * POINT))
        x = frame.x + (frame.w - start - round(step) if rtl else start)
        turned = ' rtl="1"' if rtl else ""
        weight = ' b="1"' if here else ""
        made += (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{first + place}" name="Stop {first + place}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>'
            f'<p:spPr><a:xfrm><a:off x="{x}" y="{frame.y + inset}"/><a:ext cx="{round(step)}" cy="{frame.h - 2 * inset}"/>'
            f"</a:xfrm>{_ROUNDED}<a:solidFill>{fill}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr"
            ' wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>'
            f'<a:p><a:pPr algn="ctr"{turned}/><a:r><a:rPr{speech} sz="{round(size * 100)}"{weight}>'
            f"<a:solidFill>{ink}</a:solidFill></a:rPr><a:t>{esc(marked(words, rtl))}</a:t></a:r></a:p></p:txBody></p:sp>"
        )
    return made


def _fits(stops: tuple[str, ...], size: float, wide: float, family: str) -> bool:
    return all(measure.width([(words, True)], size, family) <= wide for words in stops)
