"""Colours and fonts of a theme part of others → our roles, readable on the theme's own grounds."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_LEAST = 4.5  # WCAG 2.2, 1.4.3
_OFFICE = {  # slot → what Office has where a file says nothing
    "dk1": "#000000", "lt1": "#FFFFFF", "dk2": "#44546A", "lt2": "#E7E6E6", "accent1": "#4472C4", "accent2": "#ED7D31",
    "accent3": "#A5A5A5", "accent4": "#FFC000",
}  # fmt: skip
_FALLBACK = {"Arab": "Arial", "Hang": "Malgun Gothic"}
_ROLES = {"accent1": "primary", "bg2": "light", "bg1": "paper", "tx1": "ink", "accent5": "muted"}


@dataclass(slots=True)
class Scheme:
    colours: dict[str, str]
    fonts: dict[str, tuple[str, str]]
    remarks: list[str] = field(default_factory=list)

    def yaml(self, name: str, what: str = "deck") -> str:
        """The text of `theme.yaml`; `what` came from others: the deck or paper."""
        lines = [
            f"# Made by `emmbuild new theme {name} --from`. {what}/ keeps the colours and fonts of the file it came from;",
            "# these are for drawings, tables and everything else.",
            f"name: {name}",
            f"{what}: own",
            "colours:",
            *(f'  {role}: "{colour}"' for role, colour in self.colours.items()),
            "fonts:",
            *(f"  {code}: {{heading: {_quoted(one)}, body: {_quoted(two)}}}" for code, (one, two) in self.fonts.items()),
        ]
        return "\n".join(lines) + "\n"

    def dressed(self, styles: str) -> str:
        """Our table style with these colours in the place of names of colours."""
        for slot, role in _ROLES.items():
            colour = self.colours[role].lstrip("#").upper()
            styles = styles.replace(f'<a:schemeClr val="{slot}"/>', f'<a:srgbClr val="{colour}"/>')
        return styles


def scheme_of(theme: Any, master: Any = None) -> Scheme:
    """What the theme part and the colour map of a slide master say; documents have none."""
    found = dict(_OFFICE)
    for slot in theme.find(f"{A}themeElements/{A}clrScheme"):
        colour = slot[0].get("lastClr") or slot[0].get("val", "") if len(slot) else ""
        if len(colour) == 6 and all(letter in "0123456789abcdefABCDEF" for letter in colour):
            found[slot.tag.removeprefix(A)] = f"#{colour.upper()}"
    names = master.find(f"{P}clrMap") if master is not None else {}
    mapped = {role: found.get(names.get(role, usual), _OFFICE[usual]) for role, usual in _MAP.items()}
    paper, ink = mapped["bg1"], mapped["tx1"]
    remarks = []
    if contrast(ink, paper) < _LEAST:
        remarks.append(
            "its text colour can hardly be read on its background; a readable one is used in tables and drawings"
        )
        ink = readable(ink, paper)
    light = mapped["bg2"] if contrast(ink, mapped["bg2"]) >= 7 else _mixed(ink, paper, 0.08)
    colours = {
        "primary": readable(found["accent1"], paper, light),
        "secondary": readable(found["accent2"], paper, light),
        "accent": readable(found["accent3"], paper, light),
        "muted": readable(_mixed(ink, paper, 0.6), paper, light),
        "light": light,
        "ink": ink,
        "paper": paper,
    }
    return Scheme(colours, _fonts(theme), remarks)


def _quoted(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


_MAP = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}


def _fonts(theme: Any) -> dict[str, tuple[str, str]]:
    def family(kind: str, script: str) -> str:
        place = theme.find(f"{A}themeElements/{A}fontScheme/{A}{kind}")
        if script == "Latn":
            return str(place.find(f"{A}latin").get("typeface") or "Calibri") if place is not None else "Calibri"
        named = [font.get("typeface") for font in place.findall(f"{A}font") if font.get("script") == script]
        slot = place.find(f"{A}{'cs' if script == 'Arab' else 'ea'}")
        given = (slot.get("typeface") if slot is not None else "") or (named[0] if named else "")
        return given if given and not given.startswith("Times") else _FALLBACK[script]

    return {script: (family("majorFont", script), family("minorFont", script)) for script in ("Latn", "Arab", "Hang")}


def readable(colour: str, *grounds: str) -> str:
    """The colour, made darker (on light grounds) or lighter until it can be read on all of them."""
    goal = "#000000" if luminance(grounds[0]) > 0.18 else "#FFFFFF"
    for step in range(21):
        tried = _mixed(goal, colour, step / 20)
        if all(contrast(tried, ground) >= _LEAST for ground in grounds):
            return tried
    return goal


def _mixed(one: str, other: str, part: float) -> str:
    """`part` of one colour in the other."""
    pairs = zip(_parts(one), _parts(other), strict=True)
    return "#" + "".join(f"{round(a * part + b * (1 - part)):02X}" for a, b in pairs)


def _parts(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def luminance(colour: str) -> float:
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in (part / 255 for part in _parts(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2 contrast ratio."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
