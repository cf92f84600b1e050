"""Takes a PowerPoint file of others in as a theme: its master, layouts, pictures, fonts and colours as they are.

The file comes from outside: nothing in it is trusted. Slides, notes and comments are left behind, a file that we
cannot use is refused with a sentence that says why (`WrongTemplate`). Which layout serves what is decided in `roles`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from emmbuild.render.foreign import WrongTemplate, opened, parsed
from emmbuild.render.scheme import Scheme, scheme_of
from emmbuild.render.xml import DECLARATION, attr
from emmbuild.writers.pptx.roles import Role, roles_of

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml."
_LEFT = ("/slide", "/notesSlide", "/comments", "/oleObject", "/package", "/tags", "/customXml", "/vmlDrawing", "/control")
_NOTES_THEME = "ppt/theme/theme900.xml"
_FIRST = 900  # number of the first layout that we add
PROGRAM = "PowerPoint"


@dataclass(slots=True)
class Adopted:
    """The parts of a theme's `deck/` folder, its colours and fonts, and what to tell about it."""

    parts: dict[str, bytes]
    scheme: Scheme
    roles: list[Role]
    remarks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Package:
    """The parts of the file, and the XML of those that were looked at."""

    parts: dict[str, bytes]
    defaults: dict[str, str]
    overrides: dict[str, str]
    trees: dict[str, Any] = field(default_factory=dict)

    def tree(self, name: str) -> Any:
        if name not in self.trees:
            self.trees[name] = parsed(self.parts.get(name), name or "presentation.xml", PROGRAM)
        return self.trees[name]

    def rels(self, name: str) -> list[tuple[str, str, str, bool]]:
        """Id, type, resolved target, external."""
        file = rels_of(name)
        if file not in self.parts:
            return []
        return [
            (
                entry.get("Id", ""),
                entry.get("Type", ""),
                _resolved(name, entry.get("Target", "")),
                entry.get("TargetMode") == "External",
            )
            for entry in self.tree(file)
        ]


def rels_of(name: str) -> str:
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def _resolved(name: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), target))


def adopt(data: bytes, default: Path) -> Adopted:
    """The theme that the file gives. `default` is the default theme's deck, for notes and properties.

    Raises WrongTemplate.
    """
    try:
        return _adopted(data, default)
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as problem:
        if isinstance(problem, WrongTemplate):
            raise
        raise WrongTemplate("its parts are not as PowerPoint writes them; open it there and save it again") from problem


def _adopted(data: bytes, default: Path) -> Adopted:
    package = _opened(data)
    main = next((target for _, kind, target, _ in package.rels("") if kind.endswith("/officeDocument")), "")
    _refuse_kinds(package, main)
    deck = package.tree(main)
    if deck.tag != f"{P}presentation":
        raise WrongTemplate("it is saved as “Strict Open XML”; save it as an ordinary presentation (.pptx)")
    size = deck.find(f"{P}sldSz")
    if size is None:
        raise WrongTemplate("it says no slide size; open it in PowerPoint and save it again")
    page = (int(size.get("cx")), int(size.get("cy")))
    masters = [target for _, kind, target, _ in package.rels(main) if kind.endswith("/slideMaster")]
    found = [(name, roles_of(package.tree(name), _layouts(package, name), page)) for name in masters]
    usable = [(name, roles) for name, roles in found if roles]
    if not usable:
        raise WrongTemplate("none of its layouts has a title with room for text under it; add one in the slide master")
    master, roles = max(usable, key=lambda entry: _worth(package.tree(entry[0]), entry[1]))
    theme = next((target for _, kind, target, _ in package.rels(master) if kind.endswith("/theme")), "")
    scheme = scheme_of(package.tree(theme), package.tree(master))
    made = _Writer(package, master, default, page, roles).parts(deck, theme, scheme)
    remarks = [f"it has {len(masters)} masters; the one with most usable layouts is used"] if len(masters) > 1 else []
    return Adopted(made, scheme, roles, remarks + scheme.remarks)


def _worth(master: Any, roles: list[Role]) -> tuple[int, bool, int]:
    """How good a master is for slides with text: layouts of its own, no picture behind the text, few ornaments."""
    pictured = master.find(f"{P}cSld/{P}bg//{A}blip") is not None
    ornaments = sum(1 for _ in master.iter(f"{P}pic", f"{A}custGeom", f"{A}prstGeom"))
    return sum(role.how == "own" for role in roles), not pictured, -ornaments


def _opened(data: bytes) -> _Package:
    parts = opened(data, PROGRAM, ".ppt", ".pptx")
    types = parsed(parts.get("[Content_Types].xml"), "[Content_Types].xml", PROGRAM)
    return _Package(
        parts,
        {e.get("Extension", "").lower(): e.get("ContentType", "") for e in types if e.tag.endswith("}Default")},
        {e.get("PartName", "")[1:]: e.get("ContentType", "") for e in types if e.tag.endswith("}Override")},
    )


def _refuse_kinds(package: _Package, main: str) -> None:
    kind = package.overrides.get(main, "")
    if "macroEnabled" in kind or any(name.lower().endswith("vbaproject.bin") for name in package.parts):
        raise WrongTemplate("it holds macros; save it as a presentation without macros (.pptx)")
    if "template.main" in kind:
        raise WrongTemplate("it is a template file (.potx); open it in PowerPoint and save it as a presentation (.pptx)")
    if "presentation.main" not in kind and "slideshow.main" not in kind:
        raise WrongTemplate("it is no PowerPoint presentation")


def _layouts(package: _Package, master: str) -> list[tuple[str, Any]]:
    """Layouts of a master in its own order."""
    targets = {name: target for name, kind, target, _ in package.rels(master) if kind.endswith("/slideLayout")}
    order = [entry.get(f"{R}id") for entry in package.tree(master).iter(f"{P}sldLayoutId")]
    return [(targets[name], package.tree(targets[name])) for name in order if name in targets]


@dataclass(slots=True)
class _Writer:
    """Puts the parts of the theme together: what the master needs, our layouts, and the default's notes."""

    package: _Package
    master: str
    default: Path
    page: tuple[int, int]
    roles: list[Role]

    def parts(self, deck: Any, theme: str, scheme: Scheme) -> dict[str, bytes]:
        made: dict[str, bytes] = {}
        self._keep(self.master, made)
        self._add_layouts(made)
        for name in ("ppt/presProps.xml", "ppt/viewProps.xml", "ppt/notesMasters/notesMaster1.xml"):
            made[name] = (self.default / name).read_bytes()
        made[_NOTES_THEME] = (self.default / "ppt/theme/theme2.xml").read_bytes()
        made["ppt/notesMasters/_rels/notesMaster1.xml.rels"] = _relationships([("rId1", "theme", "../theme/theme900.xml")])
        made["ppt/tableStyles.xml"] = scheme.dressed((self.default / "ppt/tableStyles.xml").read_text("utf-8")).encode()
        made["ppt/presentation.xml"] = self._presentation(deck)
        made["ppt/_rels/presentation.xml.rels"] = _relationships(
            [
                ("rId1", "slideMaster", self.master.removeprefix("ppt/")),
                ("rId2", "notesMaster", "notesMasters/notesMaster1.xml"),
                ("rId3", "presProps", "presProps.xml"),
                ("rId4", "viewProps", "viewProps.xml"),
                ("rId5", "theme", theme.removeprefix("ppt/")),
                ("rId6", "tableStyles", "tableStyles.xml"),
            ]
        )
        made["[Content_Types].xml"] = self._types(made)
        return dict(sorted(made.items()))

    def _keep(self, name: str, made: dict[str, bytes]) -> None:
        """A part and all it leads to, but for slides and what slides alone have."""
        if name in made or name not in self.package.parts:
            return
        made[_renamed(name)] = self.package.parts[name]
        kept = []
        for number, kind, target, external in self.package.rels(name):
            if external:
                kept.append((number, kind, target, True))
            elif not kind.endswith(_LEFT) and target in self.package.parts:
                kept.append((number, kind, posixpath.relpath(_renamed(target), posixpath.dirname(name)), False))
                if _renamed(target) not in made:
                    self._keep(target, made)
        if kept:
            made[rels_of(_renamed(name))] = _relationships(kept)

    def _add_layouts(self, made: dict[str, bytes]) -> None:
        from lxml import etree

        master = self.package.tree(self.master)
        listed = master.find(f"{P}sldLayoutIdLst")
        highest = max([2147483648, *(int(entry.get("id", 0)) for entry in listed)])
        rels = [
            (number, kind, posixpath.relpath(_renamed(target), posixpath.dirname(self.master)) if not out else target, out)
            for number, kind, target, out in self.package.rels(self.master)
            if out or _renamed(target) in made
        ]
        for place, role in enumerate(self.roles):
            name = f"ppt/slideLayouts/slideLayout{_FIRST + place}.xml"
            made[name] = etree.tostring(role.layout, xml_declaration=True, encoding="UTF-8", standalone=True)
            if rels_of(role.base) in made:
                made[rels_of(name)] = made[rels_of(role.base)]
            entry = etree.SubElement(listed, f"{P}sldLayoutId")
            entry.set("id", str(highest + 1 + place))
            entry.set(f"{R}id", f"rIdE{place}")
            rels.append((f"rIdE{place}", f"{_OFFICE}/slideLayout", f"../slideLayouts/{posixpath.basename(name)}", False))
        made[self.master] = etree.tostring(master, xml_declaration=True, encoding="UTF-8", standalone=True)
        made[rels_of(self.master)] = _relationships(rels)

    def _presentation(self, deck: Any) -> bytes:
        from lxml import etree

        own = (self.default / "ppt/presentation.xml").read_text("utf-8")
        root: Any = etree.fromstring(own.encode())
        size = root.find(f"{P}sldSz")
        size.set("cx", str(self.page[0]))
        size.set("cy", str(self.page[1]))
        style = deck.find(f"{P}defaultTextStyle")
        if style is not None:
            root.replace(root.find(f"{P}defaultTextStyle"), style)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _types(self, made: dict[str, bytes]) -> bytes:
        ours = {
            "ppt/presentation.xml": _TYPE + "presentation.main+xml",
            "ppt/presProps.xml": _TYPE + "presProps+xml",
            "ppt/viewProps.xml": _TYPE + "viewProps+xml",
            "ppt/tableStyles.xml": _TYPE + "tableStyles+xml",
            "ppt/notesMasters/notesMaster1.xml": _TYPE + "notesMaster+xml",
            _NOTES_THEME: "application/vnd.openxmlformats-officedocument.theme+xml",
        }
        known = {_renamed(name): kind for name, kind in self.package.overrides.items()}
        extensions = {name.rsplit(".", 1)[-1].lower() for name in made} - {"rels", "xml"}
        lines = [
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
            '<Default Extension="xml" ContentType="application/xml"/>',
            *(
                f'<Default Extension="{attr(kind)}" ContentType="{attr(self.package.defaults[kind])}"/>'
                for kind in sorted(extensions)
                if kind in self.package.defaults
            ),
        ]
        for name in sorted(made):
            layout = name.startswith(f"ppt/slideLayouts/slideLayout{_FIRST // 100}") and name not in known
            kind = ours.get(name) or known.get(name) or (_TYPE + "slideLayout+xml" if layout else "")
            if kind and not name.endswith(".rels") and name != "[Content_Types].xml":
                lines.append(f'<Override PartName="/{attr(name)}" ContentType="{attr(kind)}"/>')
        space = "http://schemas.openxmlformats.org/package/2006/content-types"
        return f'{DECLARATION}<Types xmlns="{space}">{"".join(lines)}</Types>'.encode()


def _renamed(name: str) -> str:
    """Pictures of the template get names of their own, apart from those of slides."""
    folder, file = posixpath.split(name)
    return f"{folder}/theme-{file}" if folder == "ppt/media" else name


def _relationships(entries: list[tuple[str, str, str]] | list[tuple[str, str, str, bool]]) -> bytes:
    return (
        DECLARATION
        + '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(_relationship(*entry) for entry in entries)
        + "</Relationships>"
    ).encode()


def _relationship(number: str, kind: str, target: str, external: bool = False) -> str:
    kind = kind if "/" in kind else f"{_OFFICE}/{kind}"
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{attr(number)}" Type="{attr(kind)}" Target="{attr(target)}"{mode}/>'


def files(adopted: Adopted, name: str) -> Iterator[tuple[str, bytes]]:
    """The files of the theme's folder."""
    yield "theme.yaml", adopted.scheme.yaml(name).encode()
    for part, data in adopted.parts.items():
        yield f"deck/{part}", data
