"""The lock file of a workshop (`content.lock`): what of the library it was delivered with."""

from __future__ import annotations

import json
from collections.abc import Iterable

from emmbuild.core.diagnostics import ContentError
from emmbuild.localize import packs
from emmbuild.pipeline import Desk
from emmbuild.workshop.locking import Lock, locked


def of(desk: Desk, sections: Iterable[str], languages: Iterable[str]) -> Lock:
    """The lock as the library stands now."""
    source = desk.shelf.library.source_language
    found: Lock = {}
    for name in sections:
        read = desk.section(name)
        components = packs.by_component(packs.section_tree(read.section, read.exercises))
        targets = {
            code: {id_: unit.target for id_, unit in packs.translations(desk.root, components, code).items()}
            for code in languages
            if code != source
        }
        found[name] = locked(read.section, targets)
    return found


def stored(desk: Desk, file: str) -> Lock:
    """The lock that is kept beside the recipe; empty where there is none that can be read."""
    try:
        kept = json.loads(desk.shelf.course.read_text(file))
        return {
            str(name): {str(key): str(value) for key, value in entry.items()} for name, entry in kept["sections"].items()
        }
    except (ContentError, ValueError, KeyError, AttributeError, TypeError):
        return {}


def text(lock: Lock) -> str:
    return json.dumps({"sections": lock}, ensure_ascii=False, indent=1) + "\n"
