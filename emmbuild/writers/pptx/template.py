"""The deck template of a theme, read once per process: its parts ready for the zip, and its stage.

A template is a folder of OOXML parts. Layouts are found by their names, slots by the names of their
placeholders; sizes and places come from the XML, so what the planner measures is what stands there.
"""

from __future__ import annotations

import os
import posixpath
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from emmbuild.archive import Part, shared
from emmbuild.core.edition import Edition, Fonts, Language, Theme
from emmbuild.plan.deck import Layout, Stage
from emmbuild.render.templates import parsed
from emmbuild.render.xml import DECLARATION
from emmbuild.writers.pptx.mirror import mirror, turn_text
from emmbuild.writers.pptx.recolour import dress, speak
from emmbuild.writers.pptx.roles import PREFIX
from emmbuild.writers.pptx.slots import slots_of, with_strip

P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_MASTER, _NOTES, _DECK = "ppt/slideMasters/", "ppt/notesMasters/", "ppt/presentation.xml"
TYPES, RELS = "[Content_Types].xml", "ppt/_rels/presentation.xml.rels"


@dataclass(frozen=True, slots=True)
class Template:
    """`parts` go into every deck as they are; `layouts` gives the part name of a role's layout.

    `deck`, `types` and `rels` are the three parts that list slides, as text before and after the list.
    """

    parts: tuple[Part, ...]
    stage: Stage
    layouts: dict[str, str]
    deck: tuple[str, str]
    types: tuple[str, str]
    rels: tuple[str, str]
    notes_slots: dict[str, int]


def template_of(edition: Edition) -> Template:
    """The template that the edition's deck is made from."""
    return template_for(edition.theme, edition.language)


def template_for(theme: Theme, language: Language) -> Template:
    """The template of a theme, turned around for right-to-left languages."""
    folder = theme.template("deck")
    stamp = _stamp(folder)
    fonts = tuple((script, fonts.heading, fonts.body) for script, fonts in sorted(theme.fonts.items()))
    return _load(
        _Key(theme.name, folder, stamp, tuple(theme.colours.items()), fonts, language.script, language.rtl, theme.keeps)
    )


def _stamp(folder: Path | str) -> int:
    """When the newest part of the template was written; asked for every deck, so that a watched theme is read anew."""
    newest = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            newest = max(newest, _stamp(entry.path) if entry.is_dir() else entry.stat().st_mtime_ns)
    return newest


@dataclass(frozen=True, slots=True)
class _Key:
    """All that a template depends on, to keep it by."""

    name: str
    folder: Path
    stamp: int
    colours: tuple[tuple[str, str], ...]
    fonts: tuple[tuple[str, str, str], ...]
    script: str
    rtl: bool
    keeps: bool

    def theme(self) -> Theme:
        fonts = {script: Fonts(heading, body) for script, heading, body in self.fonts}
        return Theme(self.name, self.folder, dict(self.colours), fonts, keeps=self.keeps)


@lru_cache(maxsize=32)
def _load(key: _Key) -> Template:
    from lxml import etree

    folder, theme = key.folder, key.theme()
    trees: dict[str, Any] = {}
    media: list[Part] = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if name.endswith((".xml", ".rels")):
            trees[name] = parsed(path)
        else:
            media.append(shared(name, path.read_bytes()))
    _adapt(trees, theme, key.script, key.rtl)
    texts = {name: etree.tostring(tree, encoding="unicode") for name, tree in trees.items()}
    layouts, by_role = _layouts(trees)
    fonts = theme.font(key.script)
    lists = (TYPES, RELS, _DECK)
    return Template(
        (*(shared(name, DECLARATION + text) for name, text in texts.items() if name not in lists), *media),
        Stage(layouts, fonts.heading, fonts.body),
        by_role,
        _cut(texts[_DECK], "<p:sldSz"),
        _cut(texts[TYPES], "</Types>"),
        _cut(texts[RELS], "</Relationships>"),
        _notes_slots(trees),
    )


def _cut(text: str, mark: str) -> tuple[str, str]:
    place = text.index(mark)
    return DECLARATION + text[:place], text[place:]


def _adapt(trees: dict[str, Any], theme: Theme, script: str, rtl: bool) -> None:
    size = trees[_DECK].find(f"{P}sldSz")
    notes = trees[_DECK].find(f"{P}notesSz")
    for name, tree in trees.items():
        if name.startswith("ppt/theme/") and name.endswith(".xml"):
            (speak if theme.keeps else dress)(tree, theme, script)
        elif rtl and name.startswith((_MASTER, "ppt/slideLayouts/slide")) and name.endswith(".xml"):
            mirror(tree, int(size.get("cx")))
        elif rtl and name.startswith(_NOTES) and name.endswith(".xml"):
            mirror(tree, int(notes.get("cx")))
    if rtl:
        turn_text(trees[_DECK])
        trees[_DECK].set("rtl", "1")


def _layouts(trees: dict[str, Any]) -> tuple[dict[str, Layout], dict[str, str]]:
    master = next(tree for name, tree in trees.items() if name.startswith(_MASTER) and name.endswith(".xml"))
    found = {
        tree.find(f"{P}cSld").get("name", "").lower(): name
        for name, tree in trees.items()
        if posixpath.dirname(name) == "ppt/slideLayouts"
    }
    ours = {role.removeprefix(PREFIX): name for role, name in found.items() if role.startswith(PREFIX)}
    layouts, names = {}, ours or found
    for role, name in names.items():
        slots = slots_of(trees[name], master)
        layouts[role] = Layout(role, with_strip(slots, trees[name], master) if role == "topic" else slots)
    return layouts, names


def _notes_slots(trees: dict[str, Any]) -> dict[str, int]:
    """Placeholder kinds of the notes master with their numbers."""
    master = next(tree for name, tree in trees.items() if name.startswith(_NOTES) and name.endswith(".xml"))
    return {ph.get("type", "body"): int(ph.get("idx", "0")) for ph in master.iter(f"{P}ph")}
