"""Takes a Word file of others in as the look of our documents: its styles, fonts and colours, under the names that we use.

The file comes from outside: nothing in it is trusted, and nothing but its styles and its theme is kept. A style that it
lacks is ours in its colours; the cover and the tables are ours too. What served what is reported (`Mapped`).
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from emmbuild.render.foreign import WrongTemplate, opened, parsed
from emmbuild.render.scheme import Scheme, scheme_of
from emmbuild.render.word.template import W, recoloured

PROGRAM = "Word"
_MAIN = "wordprocessingml."
# Styles of ours that a file of others may give, by Word's own names for them
_GIVEN = frozenset(
    "Normal|heading 1|heading 2|heading 3|heading 4|Quote|caption|List Bullet|List Bullet 2|List Bullet 3|List Number"
    "|List Number 2|List Number 3|header|footer|footnote text|TOC Heading|toc 1|toc 2|toc 3|Strong|Emphasis|Hyperlink"
    "|footnote reference|Bibliography|index 1|index heading".casefold().split("|")
)
_LISTS = ("list bullet", "list number")  # their indents belong to our numbering
_TWINS = {"b": "bCs", "i": "iCs", "sz": "szCs"}
_THEME_FONTS = {"asciiTheme": "minorHAnsi", "eastAsiaTheme": "minorEastAsia", "cstheme": "minorBidi"}
_LEFT = ("link", "next", "rsid", "aliases", "autoRedefine", "hidden", "locked")


@dataclass(frozen=True, slots=True)
class Mapped:
    """One of our styles and what it looks like now: its name in Word, and whether it is the file's own."""

    name: str
    called: str
    own: bool


@dataclass(slots=True)
class Adopted:
    """The parts of a theme's `paper/` folder, its colours and fonts, and what to tell about it."""

    parts: dict[str, bytes]
    scheme: Scheme
    styles: list[Mapped]
    remarks: list[str] = field(default_factory=list)


def adopt(data: bytes, default: Path) -> Adopted:
    """The look that the file gives. `default` is the default theme's `paper/`. Raises WrongTemplate."""
    try:
        return _adopted(data, default)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as problem:
        if isinstance(problem, WrongTemplate):
            raise
        raise WrongTemplate("its parts are not as Word writes them; open it there and save it again") from problem


def _adopted(data: bytes, default: Path) -> Adopted:
    parts = opened(data, PROGRAM, ".doc", ".docx")
    _refuse_kinds(parts)
    theirs = parsed(parts.get("word/styles.xml"), "word/styles.xml", PROGRAM)
    if theirs.tag != f"{W}styles":
        raise WrongTemplate("it is saved as “Strict Open XML”; save it as an ordinary document (.docx)")
    themed = "word/theme/theme1.xml" in parts
    theme = parts["word/theme/theme1.xml"] if themed else (default / "theme1.xml").read_bytes()
    scheme = scheme_of(parsed(theme, "word/theme/theme1.xml", PROGRAM))
    ours = parsed((default / "styles.xml").read_bytes(), "styles.xml", PROGRAM)
    recoloured(ours, scheme.colours)
    mapped = _Styles(ours, theirs).put_together()
    remarks = list(scheme.remarks)
    if not themed:
        remarks.append("it has no theme part: its fonts and colours outside its styles are ours")
    if any(name.startswith(("word/header", "word/footer")) for name in parts):
        remarks.append("its headers and footers are not taken: ours hold the title and the page number")
    own = sum(style.own for style in mapped)
    if not own:
        remarks.append(
            "none of its styles has a name that Word gives (Normal, Heading 1 …): only fonts and colours are taken"
        )
    kept = ("numbering.xml", "settings.xml", "fontTable.xml")
    made = {"styles.xml": _written(ours), "theme1.xml": theme, **{name: (default / name).read_bytes() for name in kept}}
    return Adopted(made, scheme, mapped, remarks)


def _refuse_kinds(parts: dict[str, bytes]) -> None:
    types = parts.get("[Content_Types].xml", b"")
    if b"macroEnabled" in types or any(name.lower().endswith("vbaproject.bin") for name in parts):
        raise WrongTemplate("it holds macros; save it as a document or template without macros (.docx, .dotx)")
    parsed(types or None, "[Content_Types].xml", PROGRAM)
    if _MAIN.encode() not in types:
        raise WrongTemplate("it is no Word document")


class _Styles:
    """Their styles put into ours, in place, under our ids."""

    def __init__(self, ours: Any, theirs: Any) -> None:
        self.ours, self.theirs = ours, theirs
        self.known = {style.get(f"{W}styleId"): style for style in theirs.iter(f"{W}style")}
        self.ids: dict[str, str] = {}  # theirs → ours

    def put_together(self) -> list[Mapped]:
        named = {_name(style).casefold(): style for style in self.known.values()}
        pairs = []
        for own in list(self.ours.iter(f"{W}style")):
            name = _name(own).casefold()
            given = named.get(name)
            fits = name in _GIVEN and given is not None and given.get(f"{W}type") == own.get(f"{W}type")
            pairs.append((own, given if fits else None))
            if fits and given is not None:
                self.ids[given.get(f"{W}styleId")] = own.get(f"{W}styleId")
        self._defaults()
        mapped = []
        for own, given in pairs:
            if given is not None:
                own.getparent().replace(own, self._taken(given, own))
            if not own.get(f"{W}customStyle") or given is not None:
                mapped.append(Mapped(_name(own), _name(given) if given is not None else "", given is not None))
        return [style for style in mapped if style.name.casefold() in _GIVEN]

    def _taken(self, given: Any, own: Any) -> Any:
        """Their style under our id: it stands on the styles that it stands on there, its list is ours."""
        taken = deepcopy(given)
        taken.set(f"{W}styleId", own.get(f"{W}styleId"))
        for flag in ("default", "customStyle"):
            if own.get(f"{W}{flag}"):
                taken.set(f"{W}{flag}", own.get(f"{W}{flag}"))
            else:
                taken.attrib.pop(f"{W}{flag}", None)
        _without(taken, _LEFT)
        base = taken.find(f"{W}basedOn")
        if base is not None:
            base.set(f"{W}val", self._base(base.get(f"{W}val")))
        place = taken.find(f"{W}pPr")
        _without(place, ("numPr", "bidi", "jc"))
        if place is not None and _name(given).casefold().startswith(_LISTS):
            _without(place, ("ind", "tabs"))
        numbers = own.find(f"{W}pPr/{W}numPr")
        if numbers is not None:
            _put_numbers(taken, deepcopy(numbers))
        if own.get(f"{W}styleId") == "Normal":
            _put_spacing(taken, self.theirs.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}spacing"))
        if own.find(f"{W}pPr/{W}tabs") is not None:
            _put_tabs(taken, deepcopy(own.find(f"{W}pPr/{W}tabs")))
        return _for_every_script(taken)

    def _base(self, name: str) -> str:
        """The id here of a style that theirs stands on; one that we have no name for comes along."""
        if name in self.ids:
            return self.ids[name]
        base = self.known.get(name)
        if base is None:
            return "Normal"
        self.ids[name] = f"Theirs{len(self.ids)}"
        came = deepcopy(base)
        came.set(f"{W}styleId", self.ids[name])
        came.set(f"{W}customStyle", "1")
        came.attrib.pop(f"{W}default", None)
        came.find(f"{W}name").set(f"{W}val", f"{_name(base)} (theirs)")
        _without(came, _LEFT)
        _without(came.find(f"{W}pPr"), ("numPr", "bidi", "jc"))
        under = came.find(f"{W}basedOn")
        if under is not None:
            under.set(f"{W}val", self._base(under.get(f"{W}val")))
        self.ours.append(_for_every_script(came))
        return self.ids[name]

    def _defaults(self) -> None:
        """What holds for all text: their size and spacing; fonts and language stay open for every script."""
        given = self.theirs.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
        mine = self.ours.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        if given is not None:
            for name in ("sz", "szCs"):
                mine.find(f"{W}{name}").set(f"{W}val", given.get(f"{W}val"))


def _name(style: Any) -> str:
    return str(style.find(f"{W}name").get(f"{W}val"))


def _without(element: Any, names: tuple[str, ...]) -> None:
    for name in names if element is not None else ():
        for child in element.findall(f"{W}{name}"):
            element.remove(child)


def _for_every_script(style: Any) -> Any:
    """Weights, slopes and sizes hold for right-to-left scripts too, and their letters come from the theme."""
    from lxml import etree

    for properties in style.iter(f"{W}rPr"):
        _without(properties, (*_TWINS.values(), "lang", "rtl"))
        for name, twin in _TWINS.items():
            found = properties.find(f"{W}{name}")
            if found is not None:
                other = etree.Element(f"{W}{twin}")
                if found.get(f"{W}val"):
                    other.set(f"{W}val", found.get(f"{W}val"))
                found.addnext(other)
        fonts = properties.find(f"{W}rFonts")
        if fonts is not None:
            for name in ("cs", "eastAsia", "hint"):
                fonts.attrib.pop(f"{W}{name}", None)
            for name, theme in _THEME_FONTS.items():
                if name != "asciiTheme" and not fonts.get(f"{W}{name}"):
                    fonts.set(f"{W}{name}", theme)
    return style


def _place(style: Any) -> Any:
    """The paragraph properties of a style, made where there are none: before those of runs."""
    from lxml import etree

    place = style.find(f"{W}pPr")
    if place is None:
        place = etree.Element(f"{W}pPr")
        runs = style.find(f"{W}rPr")
        if runs is None:
            style.append(place)
        else:
            runs.addprevious(place)
    return place


_BEFORE_NUMBERS = ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
_BEFORE_TABS = (*_BEFORE_NUMBERS, "numPr", "suppressLineNumbers", "pBdr", "shd")
_BEFORE_SPACING = (
    *_BEFORE_TABS,
    *("tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN"),
    *("bidi", "adjustRightInd", "snapToGrid"),
)


def _insert(place: Any, element: Any, before: tuple[str, ...]) -> None:
    """Put the element where CT_PPr has it (ISO 29500-1, 17.3.1.26): behind those named."""
    found = [child for child in place if child.tag in {f"{W}{name}" for name in before}]
    if found:
        found[-1].addnext(element)
    else:
        place.insert(0, element)


def _put_numbers(style: Any, numbers: Any) -> None:
    _insert(_place(style), numbers, _BEFORE_NUMBERS)


def _put_tabs(style: Any, tabs: Any) -> None:
    place = _place(style)
    _without(place, ("tabs",))
    for indent in place.findall(f"{W}ind"):
        for side in ("right", "end"):
            indent.attrib.pop(f"{W}{side}", None)
    _insert(place, tabs, _BEFORE_TABS)


def _put_spacing(style: Any, usual: Any) -> None:
    """Normal has a w:spacing, its own or the `usual` one of the file: before it stands the direction of right-to-left
    documents."""
    from lxml import etree

    if _place(style).find(f"{W}spacing") is None:
        _insert(_place(style), etree.Element(f"{W}spacing") if usual is None else deepcopy(usual), _BEFORE_SPACING)


def _written(root: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def files(adopted: Adopted, name: str) -> Iterator[tuple[str, bytes]]:
    """The files of the theme's folder."""
    yield "theme.yaml", adopted.scheme.yaml(name, "paper").encode()
    for part, data in adopted.parts.items():
        yield f"paper/{part}", data
