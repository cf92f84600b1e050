"""Puts a learning package together: page, player, course data, media, manifest, schemas, zip."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from emmbuild.archive import Part, frame, part, shared
from emmbuild.core.diagnostics import Diagnostic, Severity
from emmbuild.core.edition import Built, Bundle, Edition
from emmbuild.core.nodes import Picture
from emmbuild.plan.course import key_of
from emmbuild.plan.programme import Programme, plan_programme
from emmbuild.render.contents import bundle_facts, contents_html
from emmbuild.render.course_data import course_js, language_js
from emmbuild.render.import_card import PAGE, TEXT, card_html, card_name, card_of, card_text
from emmbuild.render.lom import ieee_lom
from emmbuild.render.manifest import LOM_FILE
from emmbuild.render.outline import Outline, Unit, identifier, unit_of
from emmbuild.render.screens import body_html, index_html, theme_css
from emmbuild.schemas import schema_files

PLAYER = Path(__file__).resolve().parent.parent / "player"
_BEFORE = ("format.js", "codec.js", "state.js", "marking.js", "find.js", "local.js")
_AFTER = ("questions.js", "result.js", "fields.js", "terms.js", "panels.js", "player.js")
_STYLES = ("no-script.css", "player.css")
Manifest = Callable[[Outline, frozenset[str]], str]


@dataclass(frozen=True, slots=True)
class Standard:
    """What differs between the standards: the name of the schema folder, the runtime script, the manifest, and
    whether the player calls a learning record store over the network (it then ships no schemas)."""

    kind: str
    runtime: str
    manifest: Manifest
    lom_file: bool = False
    manifest_name: str = "imsmanifest.xml"
    network: bool = False


def package(edition: Edition, standard: Standard) -> Built:
    """The zip of one section with one SCO."""
    return bound(Bundle(edition.section.id, "single", (edition.section.front.title,), ((edition,),)), standard)


def bound(bundle: Bundle, standard: Standard) -> Built:
    """The zip of a bundle: sections as one SCO or as several, in each of its languages."""
    units = [_unit(group, folder, standard) for folder, group in _groups(bundle, standard.kind)]
    programmes = [programme for unit in units for programme in unit.programmes]
    main = programmes[0]
    library, whole = main.edition.library.id, units[0].unit
    content = [entry for unit in units for entry in unit.parts]
    common = [
        part("theme.css", theme_css(main.edition, *bundle.languages[1:])),
        *(shared(f"player/{name}", _player(name)) for name in sorted({*_scripts(standard), *_STYLES})),
    ]
    facts = whole.facts
    if len(units) > 1:
        common.append(part("index.html", contents_html(bundle, [unit.unit.href for unit in units])))
        facts = bundle_facts(bundle, [unit.unit.facts for unit in units])
    common += _cards(bundle, [unit.programmes for unit in units], standard.kind, [*content, *common])
    if standard.lom_file:
        common.append(part(LOM_FILE, ieee_lom(facts)))
    schemas = [shared(name, data) for name, data in schema_files(standard.kind)]
    outline = Outline(
        identifier(library, bundle.id),
        key_of(bundle.id),
        library,
        tuple(unit.unit for unit in units),
        tuple(entry.name for entry in common),
        facts,
    )
    manifest = standard.manifest(outline, frozenset(entry.name for entry in schemas))
    ordered = sorted([*content, *common], key=lambda entry: entry.name)
    data = frame([part(standard.manifest_name, manifest), *schemas, *ordered])
    said = dict.fromkeys(found for programme in programmes for found in programme.diagnostics)
    note = () if standard.network else _schema_note(schemas, standard)
    return Built(data, (*said, *note), _facts([unit.programmes[0] for unit in units], [*content, *common]))


def _groups(bundle: Bundle, kind: str) -> Iterator[tuple[str, list[Programme]]]:
    """Folder and programmes (one a language) of each unit."""
    if bundle.shape == "menu":
        spoken = zip(bundle.titles, zip(*bundle.editions, strict=True), strict=True)
        yield "", [plan_programme(bundle.id, title, editions, kind, home=True) for title, editions in spoken]
        return
    for row in bundle.editions:
        section = row[0].section.id
        folder = f"{section.replace('.', '-')}/" if bundle.shape == "multi" else ""
        yield folder, [plan_programme(section, edition.section.front.title, (edition,), kind) for edition in row]


@dataclass(frozen=True, slots=True)
class _Made:
    """A unit with its files."""

    unit: Unit
    programmes: list[Programme]
    parts: list[Part]


def _unit(programmes: list[Programme], folder: str, standard: Standard) -> _Made:
    base = "../" * folder.count("/")
    pictures: dict[str, Picture] = {}
    scripts = ("course.js", *(f"{base}player/{name}" for name in _scripts(standard)))
    parts = [
        part(f"{folder}index.html", index_html(programmes, scripts, base, pictures, standard.network)),
        part(f"{folder}course.js", course_js(programmes, standard.kind)),
    ]
    languages = tuple(programme.edition.language for programme in programmes)
    for programme in programmes if len(programmes) > 1 else ():
        body = body_html(programme, languages, pictures)
        name = f"{folder}lang/{programme.edition.language.code}.js"
        parts.append(part(name, language_js(programme, programmes, standard.kind, body)))
    parts += [shared(f"{folder}{name}", picture.data) for name, picture in sorted(pictures.items())]
    unit = unit_of(programmes, f"{folder}index.html", (entry.name for entry in parts))
    return _Made(unit, programmes, parts)


def _cards(bundle: Bundle, units: list[list[Programme]], kind: str, content: list[Part]) -> Iterator[Part]:
    """The administrator's import card in each language, as page and as text."""
    for n in range(len(bundle.languages)):
        card = card_of(bundle, [programmes[n] for programmes in units], kind, content)
        yield part(card_name(PAGE, bundle, n), card_html(bundle.editions[0][n], card))
        yield part(card_name(TEXT, bundle, n), card_text(bundle.editions[0][n].words, card))


def _scripts(standard: Standard) -> tuple[str, ...]:
    return (*_BEFORE, standard.runtime, *_AFTER)


def _schema_note(schemas: list[Part], standard: Standard) -> tuple[Diagnostic, ...]:
    if schemas:
        return ()
    return (
        Diagnostic(
            "PKG104",
            Severity.NOTE,
            f"the schema files of {standard.kind} are not here, so the package names none",
            hint="run tools/fetch-schemas once and build again",
        ),
    )


def _facts(programmes: list[Programme], content: list[Part]) -> dict[str, object]:
    player = sum(entry.size for entry in content if entry.name.startswith("player/") or entry.name == "theme.css")
    return {
        "screens": sum(programme.screens for programme in programmes),
        "questions": sum(len(course.questions) for programme in programmes for course in programme.courses),
        "points": sum(programme.points for programme in programmes),
        "mastery": max(programme.rules.mastery if programme.asked else 0 for programme in programmes),
        "state": max(programme.state_size for programme in programmes),
        "player_bytes": player,
    }


@cache
def _player(name: str) -> bytes:
    return (PLAYER / name).read_bytes()
