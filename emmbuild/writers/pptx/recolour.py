"""Gives a theme part the colours and fonts of `theme.yaml`, so that the two can never disagree."""

from __future__ import annotations

from typing import Any

from emmbuild.core.edition import Theme

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# Slots of the colour scheme by our roles; the last two are tints of the first two colours.
SCHEME = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "primary",
    "lt2": "light",
    "accent1": "primary",
    "accent2": "secondary",
    "accent3": "accent",
    "accent4": "muted",
    "hlink": "secondary",
    "folHlink": "muted",
}
TINTS = {"accent5": "primary", "accent6": "secondary"}
# What shapes on slides call a colour role.
ROLE = {
    "ink": "tx1",
    "paper": "bg1",
    "primary": "accent1",
    "secondary": "accent2",
    "accent": "accent3",
    "muted": "accent4",
    "light": "bg2",
}
_TINT = 0.58


def dress(root: Any, theme: Theme, script: str) -> None:
    """Sets colour scheme, font scheme and name in place."""
    root.set("name", theme.name)
    scheme = root.find(f"{A}themeElements/{A}clrScheme")
    for slot in scheme:
        name = slot.tag.removeprefix(A)
        role = SCHEME.get(name) or TINTS[name]
        colour = theme.colours[role]
        slot[0].set("val", (tint(colour) if name in TINTS else colour).lstrip("#").upper())
    for tag, kind in (("majorFont", "heading"), ("minorFont", "body")):
        fonts = root.find(f"{A}themeElements/{A}fontScheme/{A}{tag}")
        families = {"latin": script, "ea": "Hang", "cs": "Arab"}
        for slot, wanted in families.items():
            fonts.find(f"{A}{slot}").set("typeface", getattr(theme.font(wanted), kind))
        for font in fonts.findall(f"{A}font"):
            font.set("typeface", getattr(theme.font(font.get("script")), kind))


def speak(root: Any, theme: Theme, script: str) -> None:
    """Leaves the theme part of others as it is, but for fonts of the scripts that it has none for."""
    for tag, kind in (("majorFont", "heading"), ("minorFont", "body")):
        fonts = root.find(f"{A}themeElements/{A}fontScheme/{A}{tag}")
        for slot, name in (("ea", "Hang"), ("cs", "Arab")):
            place = fonts.find(f"{A}{slot}")
            if place is not None and (script == name or not place.get("typeface")):
                place.set("typeface", getattr(theme.font(name), kind))
        for font in fonts.findall(f"{A}font"):
            if font.get("script") == script:
                font.set("typeface", getattr(theme.font(script), kind))


def colour_of(role: str, theme: Theme) -> str:
    """A colour role as DrawingML: the name in our own theme parts, the value in those of others."""
    if theme.keeps or role.startswith("#"):
        return f'<a:srgbClr val="{theme.colours.get(role, role).lstrip("#")[:6].upper()}"/>'
    return f'<a:schemeClr val="{ROLE[role]}"/>'


def tint(colour: str) -> str:
    """The colour mixed with white."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{round(part + (255 - part) * _TINT):02X}" for part in parts)
