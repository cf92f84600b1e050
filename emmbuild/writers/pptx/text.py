"""Paragraphs and runs as DrawingML (ISO/IEC 29500-1, 21.1.2).

Direction stands on every right-to-left paragraph, the language on every run; left-to-right islands
inside right-to-left text stand between left-to-right marks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache, lru_cache

from emmbuild.core.bidi import LRM, between_marks
from emmbuild.core.edition import Language
from emmbuild.plan.deck import Level, Para
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
    last = len(levels) - 1
    return "".join([paragraph(para, levels[min(para.level, last)], pen) for para in paras]) or "<a:p/>"


def paragraph(para: Para, level: Level, pen: Pen, size: float = 0, bold: bool = False, colour: str = "") -> str:
    given = _properties(para.mark, para.level, para.start, level.margin, level.align, para.language.rtl, pen.rtl)
    return f"<a:p>{given}{runs(para, pen, size, bold, colour)}</a:p>"


def runs(para: Para, pen: Pen, size: float = 0, bold: bool = False, colour: str = "") -> str:
    """What stands in a paragraph, after its properties."""
    language, role = para.language, para.role
    tag, script, rtl = language.tag, language.script, language.rtl
    strong = bold or role == "label" or role == "stem"
    if role == "label" and not colour:
        colour = pen.label_colour
    made = ""
    for text, heavy, slanted, mono, href, ltr in para.runs:
        start = _run(tag, script, heavy or strong, slanted, mono, size, colour, pen.link(href) if href else "")
        if "\n" in text:
            made += _broken(text, start, rtl, ltr)
        elif rtl:
            made += f"{start}{esc(marked(text, rtl, ltr))}</a:t></a:r>"
        else:
            made += f"{start}{esc(text)}</a:t></a:r>"
    return made


def _broken(text: str, start: str, rtl: bool, ltr: bool) -> str:
    """A run with line breaks in it."""
    lines = (f"{start}{esc(marked(line, rtl, ltr))}</a:t></a:r>" if line else "" for line in text.split("\n"))
    properties = start.removeprefix("<a:r>").removesuffix("<a:t>")
    return f"<a:br>{properties}</a:br>".join(lines)


@lru_cache(maxsize=1024)
def _properties(mark: str, depth: int, start: int, margin: int, align: str, rtl: bool, deck_rtl: bool) -> str:
    given = f' lvl="{depth}"' if depth else ""
    marks = ""
    if mark in _NUMBERING:
        given += f' marL="{NUMBER_MARGIN}" indent="-{NUMBER_MARGIN}"'
        at = f' startAt="{start}"' if start > 1 else ""
        marks = f'<a:buFont typeface="+mj-lt"/><a:buAutoNum type="{_NUMBERING[mark]}"{at}/>'
    elif mark == "" and margin:
        given, marks = given + ' marL="0" indent="0"', "<a:buNone/>"
    given += direction(rtl, deck_rtl, align)
    return f"<a:pPr{given}>{marks}</a:pPr>" if marks else (f"<a:pPr{given}/>" if given else "")


def direction(rtl: bool, deck_rtl: bool, align: str) -> str:
    """Attributes that set a paragraph's direction; centred text stays centred."""
    if not rtl and not deck_rtl:
        return ""
    side = "" if align == "ctr" else (' algn="r"' if rtl else ' algn="l"')
    return f' rtl="{int(rtl)}"{side}'


@lru_cache(maxsize=4096)
def _run(tag: str, script: str, bold: bool, italic: bool, mono: bool, size: float, colour: str, link: str) -> str:
    """The beginning of a run, up to its words."""
    given = _language(tag, script)
    if size:
        given += f' sz="{round(size * 100)}"'
    if bold:
        given += ' b="1"'
    if italic and script not in _UPRIGHT:
        given += ' i="1"'
    inner = f"<a:solidFill>{colour}</a:solidFill>" if colour else ""
    inner += '<a:latin typeface="Consolas"/>' if mono else ""
    inner += f'<a:hlinkClick r:id="{link}"/>' if link else ""
    return f"<a:r><a:rPr{given}>{inner}</a:rPr><a:t>" if inner else f"<a:r><a:rPr{given}/><a:t>"


def language_of(language: Language) -> str:
    return _language(language.tag, language.script)


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
