"""Puts a learning package together: page, player, course data, media, manifest, schemas, zip."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from emmbuild.archive import Part, frame, part, shared
from emmbuild.core.diagnostics import Diagnostic, Severity
from emmbuild.core.edition import Built, Edition
from emmbuild.plan.course import Course, plan_course
from emmbuild.render.course_data import course_js
from emmbuild.render.lom import Facts, facts_of, ieee_lom
from emmbuild.render.manifest import LOM_FILE, identifier
from emmbuild.render.screens import index_html, theme_css
from emmbuild.schemas import schema_files

PLAYER = Path(__file__).resolve().parent.parent / "player"
_BEFORE = ("format.js", "state.js", "marking.js", "find.js", "local.js")
_AFTER = ("questions.js", "result.js", "fields.js", "player.js")
_STYLES = ("no-script.css", "player.css")
Manifest = Callable[[str, Course, Facts, Iterable[str], frozenset[str]], str]


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
    course = plan_course(edition)
    scripts = (*_BEFORE, standard.runtime, *_AFTER)
    html, pictures = index_html(edition, course, ("course.js", *(f"player/{name}" for name in scripts)), standard.network)
    facts = facts_of(edition, course)
    content = [
        part("index.html", html),
        part("course.js", course_js(edition, course, standard.kind)),
        part("theme.css", theme_css(edition)),
        *(shared(f"player/{name}", _player(name)) for name in sorted((*scripts, *_STYLES))),
        *(shared(name, picture.data) for name, picture in sorted(pictures.items())),
    ]
    if standard.lom_file:
        content.append(part(LOM_FILE, ieee_lom(facts)))
    schemas = [shared(name, data) for name, data in schema_files(standard.kind)]
    names = sorted(entry.name for entry in content)
    base = identifier(edition.library.id, course)
    manifest = standard.manifest(base, course, facts, names, frozenset(entry.name for entry in schemas))
    data = frame([part(standard.manifest_name, manifest), *schemas, *content])
    return Built(
        data, (*course.diagnostics, *(() if standard.network else _schema_note(schemas, standard))), _facts(course, content)
    )


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


def _facts(course: Course, content: list[Part]) -> dict[str, object]:
    player = sum(entry.size for entry in content if entry.name.startswith("player/") or entry.name == "theme.css")
    return {
        "screens": len(course.screens),
        "questions": len(course.questions),
        "points": course.points,
        "mastery": course.rules.mastery if course.questions else 0,
        "state": course.state_size,
        "player_bytes": player,
    }


@cache
def _player(name: str) -> bytes:
    return (PLAYER / name).read_bytes()
