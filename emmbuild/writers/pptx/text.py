"""Paragraphs and runs as DrawingML (ISO/IEC 29500-1, 21.1.2).

Direction stands on every right-to-left paragraph, the language on every run; left-to-right islands
inside right-to-left text stand between left-to-right marks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from emmbuild.core.bidi import LRM, between_marks
from emmbuild.core.edition import Language
from emmbuild.plan.deck import Level, Para, Run
from emmbuild.plan.deck.model import NUMBER_MARGIN
from emmbuild.render.xml import attr, esc

_NUMBERING = {"number": "arabicPeriod", "letter": "alphaUcPeriod"}
_SAFE = ("https://", "http://", "mailto:")
_UPRIGHT = ("Arab", "Hang")  # scripts that have no italics of their own


@dataclass(slots=True)
class Pen:
    """How text is written on one part: the deck's direction, the links met on the way, colours as DrawingML."""

    rtl: bool
    links: list[str] = field(default_factory=list)
    label_colour: str = ""
    head_colour: str = '<a:schemeClr val="bg1"/>'

    def link(self, href: str) -> str:
        """The relationship id of an address, or "" for one that a slide may not open."""
        if not href.startswith(_SAFE):
            return ""
        if href not in self.links:
            self.links.append(href)
        return f"rIdL{self.links.index(href) + 1}"


def paragraphs(paras: Iterable[Para], levels: tuple[Level, ...], pen: Pen) -> str:
    """The paragraphs of a text body; an empty one where there are none."""
    text = "".join(paragraph(para, levels[min(para.level, len(levels) - 1)], pen) for para in paras)
    return text or "<a:p/>"


def paragraph(para: Para, level: Level, pen: Pen, size: float = 0, bold: bool = False, colour: str = "") -> str:
    strong = bold or para.role in ("label", "stem")
    colour = colour or (pen.label_colour if para.role == "label" else "")
    runs = "".join(run_xml(run, para.language, pen, size, strong, colour) for run in para.runs)
    return f"<a:p>{_properties(para, level, pen)}{runs}</a:p>"


def _properties(para: Para, level: Level, pen: Pen) -> str:
    given = f' lvl="{para.level}"' if para.level else ""
    marks = ""
    if para.mark in _NUMBERING:
        given += f' marL="{NUMBER_MARGIN}" indent="-{NUMBER_MARGIN}"'
        start = f' startAt="{para.start}"' if para.start > 1 else ""
        marks = f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="{_NUMBERING[para.mark]}"{start}/>'
    elif para.mark == "" and level.margin:
        given, marks = given + ' marL="0" indent="0"', "<a:buNone/>"
    given += direction(para.language.rtl, pen.rtl, level.align)
    return f"<a:pPr{given}>{marks}</a:pPr>" if marks else (f"<a:pPr{given}/>" if given else "")


def direction(rtl: bool, deck_rtl: bool, align: str) -> str:
    """Attributes that set a paragraph's direction; centred text stays centred."""
    if not rtl and not deck_rtl:
        return ""
    side = "" if align == "ctr" else (' algn="r"' if rtl else ' algn="l"')
    return f' rtl="{int(rtl)}"{side}'


def run_xml(run: Run, language: Language, pen: Pen, size: float = 0, strong: bool = False, colour: str = "") -> str:
    if not (strong or size or colour or run.bold or run.italic or run.mono or run.href or "\n" in run.text):
        return f"{_plain(language.tag, language.script)}{esc(marked(run.text, language.rtl, run.ltr))}</a:t></a:r>"
    given = language_of(language)
    if size:
        given += f' sz="{round(size * 100)}"'
    if run.bold or strong:
        given += ' b="1"'
    if run.italic and language.script not in _UPRIGHT:
        given += ' i="1"'
    inner = f"<a:solidFill>{colour}</a:solidFill>" if colour else ""
    inner += '<a:latin typeface="Consolas"/>' if run.mono else ""
    link = pen.link(run.href) if run.href else ""
    inner += f'<a:hlinkClick r:id="{link}"/>' if link else ""
    properties = f"<a:rPr{given}>{inner}</a:rPr>" if inner else f"<a:rPr{given}/>"
    if "\n" not in run.text:
        return f"<a:r>{properties}<a:t>{esc(marked(run.text, language.rtl, run.ltr))}</a:t></a:r>"
    lines = run.text.split("\n")
    made = (
        f"<a:r>{properties}<a:t>{esc(marked(line, language.rtl, run.ltr))}</a:t></a:r>" if line else "" for line in lines
    )
    return f"<a:br>{properties}</a:br>".join(made)


def language_of(language: Language) -> str:
    return _language(language.tag, language.script)


@cache
def _plain(tag: str, script: str) -> str:
    """The beginning of a run that has nothing of its own but its language."""
    return f"<a:r><a:rPr{_language(tag, script)}/><a:t>"


@cache
def _language(tag: str, script: str) -> str:
    other = ' altLang="en-US"' if script != "Latn" else ""
    return f' lang="{attr(tag)}"{other} dirty="0"'


def marked(text: str, rtl: bool, island: bool = False) -> str:
    """Right-to-left text with its islands between marks; other text as it is."""
    if not rtl:
        return text
    if island:
        return f"{LRM}{text}{LRM}"
    return between_marks(text)
