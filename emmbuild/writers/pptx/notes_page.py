"""The notes page of one slide: the slide's picture above, the trainer's text below."""

from __future__ import annotations

from emmbuild.plan.deck import DeckSlide, Level
from emmbuild.render.xml import DECLARATION
from emmbuild.writers.pptx.slide import NAMESPACES, TREE, Press, number_field
from emmbuild.writers.pptx.text import Pen, paragraphs

_LEVELS = (Level(11), Level(11), Level(11))


def notes_part(slide: DeckSlide, press: Press, slots: dict[str, int]) -> tuple[str, list[str]]:
    """The XML of the notes page, and the links in it. `slots` are the placeholders of the notes master."""
    pen = Pen(press.rtl)
    if "notes" not in press.feet:
        press.feet |= {"notes": _head(slots), "notes end": _tail(slots, press)}
    text = paragraphs(slide.notes, _LEVELS, pen)
    return f"{press.feet['notes']}{text}{press.feet['notes end']}", pen.links


def _head(slots: dict[str, int]) -> str:
    return (
        f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE}"
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image 2"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="{slots["sldImg"]}"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" sz="quarter" idx="{slots["body"]}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        "<p:txBody><a:bodyPr/><a:lstStyle/>"
    )


def _tail(slots: dict[str, int], press: Press) -> str:
    number = ""
    if "sldNum" in slots:
        number = (
            '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Slide Number 4"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="sldNum" sz="quarter" idx="{slots["sldNum"]}"/></p:nvPr></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{number_field(press.edition)}</a:p></p:txBody></p:sp>"
        )
    return f"</p:txBody></p:sp>{number}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
