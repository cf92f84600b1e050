"""The notes page of one slide: the slide's picture above, the trainer's text below."""

from __future__ import annotations

from emmbuild.plan.deck import Deck, DeckSlide, Level
from emmbuild.render.xml import DECLARATION
from emmbuild.writers.pptx.slide import NAMESPACES, TREE, number_field
from emmbuild.writers.pptx.text import Pen, paragraphs

_LEVELS = (Level(11), Level(11), Level(11))


def notes_part(slide: DeckSlide, number: int, deck: Deck, slots: dict[str, int]) -> tuple[str, list[str]]:
    """The XML of the notes page, and the links in it. `slots` are the placeholders of the notes master."""
    pen = Pen(deck.language.rtl)
    shapes = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image 2"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="sldImg" idx="{slots["sldImg"]}"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes 3"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f'<p:nvPr><p:ph type="body" sz="quarter" idx="{slots["body"]}"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{paragraphs(slide.notes, _LEVELS, pen)}</p:txBody></p:sp>"
    )
    if "sldNum" in slots:
        shapes += (
            '<p:sp><p:nvSpPr><p:cNvPr id="4" name="Slide Number 4"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
            f'<p:nvPr><p:ph type="sldNum" sz="quarter" idx="{slots["sldNum"]}"/></p:nvPr></p:nvSpPr><p:spPr/>'
            f"<p:txBody><a:bodyPr/><a:lstStyle/><a:p>{number_field(number, deck)}</a:p></p:txBody></p:sp>"
        )
    xml = (
        f"{DECLARATION}<p:notes {NAMESPACES}><p:cSld><p:spTree>{TREE}{shapes}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )
    return xml, pen.links
