"""The Word template of a theme (`themes/<name>/paper/`), fitted to colours, fonts and language.

lxml is used here and nowhere else in this writer; a fitted template is kept for the whole process.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from emmbuild.core.edition import Edition, Fonts, Language
from emmbuild.render.templates import parsed
from emmbuild.render.word.large_print import enlarge

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

# Theme slot of Word → role of our themes; styles name slots, we set the colour itself as well.
_ROLES = {
    "dark1": "ink",
    "light1": "paper",
    "dark2": "primary",
    "light2": "light",
    "accent1": "primary",
    "accent2": "secondary",
    "accent3": "accent",
    "accent4": "muted",
    "accent5": "ink",
    "accent6": "light",
    "hyperlink": "secondary",
    "followedHyperlink": "muted",
}
_SLOTS = {
    "dk1": "dark1",
    "lt1": "light1",
    "dk2": "dark2",
    "lt2": "light2",
    "hlink": "hyperlink",
    "folHlink": "followedHyperlink",
}
# Scripts without italics set emphasis in bold; Latin words in Arabic text keep their italics.
_UPRIGHT = {"Arab": (("iCs", "bCs"),), "Hang": (("i", "b"), ("iCs", "bCs"))}


@dataclass(frozen=True, slots=True)
class Template:
    """The static parts, ready for the archive; `numbering` ends before its last tag, to take more lists."""

    styles: bytes
    settings: bytes
    fonts: bytes
    theme: bytes
    numbering: str


@dataclass(frozen=True, slots=True)
class _Look:
    """Everything a fitted template depends on."""

    folder: Path
    colours: tuple[tuple[str, str], ...]
    latin: Fonts
    asian: Fonts
    complex: Fonts
    language: Language
    latin_tag: str
    keeps: bool


def template(edition: Edition, *, large: bool = False) -> Template:
    """The theme's template for this language; `large` sets all letters in 18 pt or more."""
    return _fitted(_look(edition), large)


def _look(edition: Edition) -> _Look:
    theme, language = edition.theme, edition.language
    source = edition.languages.get(edition.library.source_language)
    latin_tag = language.tag if language.script == "Latn" or source is None else source.tag
    asian = theme.font("Hang")
    return _Look(
        theme.template("paper"),
        tuple(sorted(theme.colours.items())),
        asian if language.script == "Hang" else theme.font("Latn"),
        asian,
        theme.font("Arab"),
        language,
        latin_tag,
        theme.keeps_paper,
    )


@lru_cache(maxsize=64)
def _fitted(look: _Look, large: bool) -> Template:
    from lxml import etree

    def part(name: str) -> Any:
        return parsed(look.folder / name)

    def written(root: Any) -> bytes:
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))

    styles, settings, numbering = part("styles.xml"), part("settings.xml"), part("numbering.xml")
    theme, fonts = part("theme1.xml"), part("fontTable.xml")
    colours = dict(look.colours)
    _colour(numbering, colours)
    if not look.keeps:
        _colour(styles, colours)
        _colour_theme(theme, colours)
    if look.language.digits != "latn":
        _digits(numbering)
    _fonts(theme, look)
    _language(styles, settings, look, etree)
    if large:
        enlarge(styles, numbering)
    lists = written(numbering).decode("utf-8").removesuffix("</w:numbering>")
    return Template(written(styles), written(settings), written(fonts), written(theme), lists)


def recoloured(root: Any, colours: dict[str, str]) -> None:
    """Our styles in colours of their own: no longer those of a theme part, which may be of others."""
    _colour(root, colours)
    for element in root.iter():
        for slot in ("themeColor", "themeFill", "themeTint", "themeShade", "themeFillTint", "themeFillShade"):
            element.attrib.pop(W + slot, None)


def _colour(root: Any, colours: dict[str, str]) -> None:
    for slot, value in (("themeColor", "color"), ("themeColor", "val"), ("themeFill", "fill")):
        for element in root.iter():
            role = _ROLES.get(element.get(W + slot) or "")
            if role in colours and element.get(W + value) and not _is_line(element, value):
                element.set(W + value, colours[role].lstrip("#").upper())


def _is_line(element: Any, value: str) -> bool:
    """A border's w:val is its kind of line, not a colour."""
    return value == "val" and element.tag != W + "color"


def _colour_theme(root: Any, colours: dict[str, str]) -> None:
    for slot in root.iter(A + "clrScheme"):
        for element in slot:
            name = element.tag.removeprefix(A)
            role = _ROLES[_SLOTS.get(name, name)]
            if role in colours:
                element[0].set("val", colours[role].lstrip("#").upper())


def _fonts(root: Any, look: _Look) -> None:
    for group, which in (("majorFont", "heading"), ("minorFont", "body")):
        for element in root.iter(A + group):
            for kind, fonts in (("latin", look.latin), ("ea", look.asian), ("cs", look.complex)):
                if (font := element.find(A + kind)) is not None:
                    font.set("typeface", getattr(fonts, which))


def _language(styles: Any, settings: Any, look: _Look, etree: Any) -> None:
    language = look.language
    for element in (*styles.iter(W + "lang"), *settings.iter(W + "themeFontLang")):
        element.set(W + "val", look.latin_tag)
        element.set(W + "eastAsia", language.tag if language.script == "Hang" else "ko-KR")
        element.set(W + "bidi", language.tag if language.rtl else "ar-SA")
    if language.rtl:
        for style in styles.iter(W + "style"):
            if style.get(W + "styleId") == "Normal":
                _insert_bidi(style.find(W + "pPr"), etree)
    if language.script == "Hang":
        defaults = next(styles.iter(W + "pPrDefault"))[0]
        for name in ("autoSpaceDE", "autoSpaceDN"):
            etree.SubElement(defaults, W + name).set(W + "val", "0")
    for slanted, upright in _UPRIGHT.get(language.script, ()):
        for element in list(styles.iter(W + slanted)):
            _set_upright(element, W + upright, etree)


def _digits(numbering: Any) -> None:
    """Numbered lists in the digits of the script (Word; LibreOffice 7.4 shows 1, 2, 3)."""
    for element in numbering.iter(W + "numFmt"):
        if element.get(W + "val") == "decimal":
            element.set(W + "val", "hindiNumbers")


def _set_upright(element: Any, tag: str, etree: Any) -> None:
    """Weight instead of slope; weights stand before slopes in CT_RPr."""
    properties = element.getparent()
    first = next(child for child in properties if child.tag in (W + "i", W + "iCs"))
    if properties.find(tag) is None:
        first.addprevious(etree.Element(tag))
    properties.remove(element)


def _insert_bidi(paragraph: Any, etree: Any) -> None:
    """w:bidi stands before w:spacing (ISO 29500-1, 17.3.1.26, order of CT_PPr)."""
    paragraph.find(W + "spacing").addprevious(etree.Element(W + "bidi"))
